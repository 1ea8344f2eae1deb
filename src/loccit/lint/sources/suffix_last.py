"""A "Jr." or "III" after the given name.

## What it does

Finds names of three parts whose last part is such a suffix.

## Why is this bad?

BibTeX has the suffix between the surname and the given name. At the end, it is read as
the given name, and the given name as the suffix.

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
        if len(sections) != 3:
            continue
        family, given, suffix = map(" ".join, sections)
        if is_suffix(suffix) and not is_suffix(given):
            right = f"{family}, {suffix}, {given}"
            fix = {field: entry.fields[field].replace(tex, right)}
            message = f"In `{tex}` the suffix is last."
            yield Violation(message, field, f"Write `{right}`.", fix)
