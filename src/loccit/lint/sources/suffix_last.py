"""A "Jr." or "III" after the given name.

## What it does

Finds names of three parts whose last part is such a suffix, and names without commas
that end in one.

## Why is this bad?

BibTeX has the suffix between the surname and the given name. At the end, it is read as
the given name, and the given name as the suffix; without commas, as the surname.

## Example

    @book{king1963, author = {King, Martin Luther, Jr.}}

## Use instead

The suffix after the surname:

    @book{king1963, author = {King, Jr., Martin Luther}}

## Fix safety

This fix is safe: no given name is "Jr." or "III".
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.names import written_names
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Safety
from loccit.values.names import is_suffix

FIX_SAFETY: Safety = "safe"


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for field, tex, sections in written_names(entry):
        right = _with_suffix_in_place(sections)
        if right:
            fix = {field: entry.fields[field].replace(tex, right)}
            message = f"In `{tex}` the suffix is last."
            yield Violation(message, field, f"Write `{right}`.", fix)


def _with_suffix_in_place(sections: list[list[str]]) -> str:
    """Return the name in BibTeX's order; `""` if it has no suffix at its end."""
    if len(sections) == 1:
        return _with_commas(sections[0])
    if len(sections) != 3:
        return ""
    family, given, suffix = map(" ".join, sections)
    if is_suffix(suffix) and not is_suffix(given):
        return f"{family}, {suffix}, {given}"
    return ""


def _with_commas(words: list[str]) -> str:
    """Return a name without commas in BibTeX's order.

    A single letter is an initial, and a king has no surname: "Henry VIII".
    """
    *given, family, suffix = ["", "", *words]
    given = [word for word in given if word]
    if not given or len(suffix) == 1 or not is_suffix(suffix):
        return ""
    return f"{family}, {suffix}, {' '.join(given)}"
