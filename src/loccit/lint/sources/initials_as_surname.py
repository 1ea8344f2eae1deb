"""Initials in the place of the surname.

## What it does

Finds names whose last word is initials, with or without full stops.

## Why is this bad?

Without a comma the last word of a name is the surname, so "Doe J." is read as somebody
with the surname J. and the given name Doe. So is "Doe JA", as medical databases write
names.

## Example

    @article{pettit2004, author = {Pettit B. and Western B.}}

## Use instead

The surname first, and a comma after it:

    @article{pettit2004, author = {Pettit, B. and Western, B.}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.names import wrong_names
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Name
from loccit.values.names import full_name

#: "J. R." and "J.-P."
_WITH_STOPS = regex(r"(?:[^\W\d_]\.[\s-]?)+")
#: The same, or "B J" without stops, before a surname that may be in capitals.
_INITIALS = regex(rf"{_WITH_STOPS.pattern}|[A-Z](?: [A-Z])*")
_WITHOUT_STOPS = regex(r"[A-Z]{2,3}")
#: "Henry VIII" has no initials.
_NUMERAL = regex(r"[IVX]+")


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for variable, name, more in wrong_names(entry, _has_initials_as_surname):
        surname = f"The surname of `{full_name(name)}`"
        message = f"{surname} is read as `{name.family}`{more}."
        advice = f"Write `{_inverted(name)}`."
        if _WITHOUT_STOPS.fullmatch(name.family) and " " in name.given:
            advice = f"Write `{{{full_name(name)}}}` if it is a group, else `{_inverted(name)}`."
        yield Violation(message, variable, advice)


def _inverted(name: Name) -> str:
    """Return the name with its surname first, which is all except the initials."""
    words = name.given.split()
    surname = [word for word in words if not _WITH_STOPS.fullmatch(word)]
    initials = [word for word in words if _WITH_STOPS.fullmatch(word)]
    return f"{' '.join(surname)}, {' '.join([*initials, name.family])}"


def _has_initials_as_surname(name: Name) -> bool:
    if not name.given or _INITIALS.fullmatch(name.given):
        return False
    if _WITH_STOPS.fullmatch(name.family):
        return True
    if not _WITHOUT_STOPS.fullmatch(name.family) or _NUMERAL.fullmatch(name.family):
        return False
    return name.given.istitle() and "." not in name.given
