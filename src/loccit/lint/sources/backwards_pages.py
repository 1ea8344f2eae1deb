"""Pages that end before they begin.

## What it does

Compares the numbers of a page range. A shortened end, as in `1296-9` or `151--69`, is
fine.

## Why is this bad?

One of the two numbers is wrong, and readers will look in the wrong place.

## Example

    @article{pettit2004, pages = {169--151}}

## Use instead

The first page, then the last:

    @article{pettit2004, pages = {151--169}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.rule import CheckedEntry, Violation

#: Numbers with or without the same letters before them, as in `S12-S19`; what has
#: several hyphens is not a range.
_RANGE = regex(r"(?<![\w.:/-])([A-Za-z]?)(\d{1,9})[-–]+\1(\d{1,9})(?![\w.:/-])")


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for letters, first, last in _RANGE.findall(entry.source.text("page")):
        if len(first) == len(last) and int(last) < int(first):
            pages = f"{letters}{first}–{letters}{last}"
            message = f"The pages {pages} end before they begin."
            yield Violation(message, "page", "Look them up again.")
