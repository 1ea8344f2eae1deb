"""Initials where the surname should be.

Without a comma the last word of a name is the surname, so "Doe J." is somebody called
J., first name Doe. What databases of medicine write, "Doe JA", is read so too.

    @article{pettit2004, author = {Pettit B. and Western B.}}

Write the surname first and a comma behind it:

    @article{pettit2004, author = {Pettit, B. and Western, B.}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.names import wrong_names
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Name
from loccit.values.names import full_name

_WITH_STOPS = regex(r"(?:[^\W\d_]\.[\s-]?)+")
_WITHOUT = regex(r"[A-Z]{2,3}")
_NUMERAL = regex(r"[IVX]+")


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for variable, name, more in wrong_names(entry, _are_initials):
        message = (
            f"The surname of `{full_name(name)}` is read as `{name.family}`{more}."
        )
        yield Violation(message, variable, f"Write `{_turned_round(name)}`.")


def _turned_round(name: Name) -> str:
    """The name with its surname first: all that is no initial."""
    words = name.given.split()
    surname = [word for word in words if not _WITH_STOPS.fullmatch(word)]
    initials = [word for word in words if _WITH_STOPS.fullmatch(word)]
    return f"{' '.join(surname)}, {' '.join([*initials, name.family])}"


def _are_initials(name: Name) -> bool:
    if not name.given or _WITH_STOPS.fullmatch(name.given):
        return False
    if _WITH_STOPS.fullmatch(name.family):
        return True
    capitals = _WITHOUT.fullmatch(name.family) and not _NUMERAL.fullmatch(name.family)
    return bool(capitals) and name.given.istitle() and "." not in name.given
