"""A `date` and a `year` that disagree.

## What it does

Compares `date` with `year`, and likewise `origdate` with `origyear`, `eventdate` with
`eventyear`, and `urldate` with `urlyear`.

## Why is this bad?

loccit and BibLaTeX use the `date`, and BibTeX uses the `year`, so your references
depend on the program.

## Example

    @book{davis2003, date = {2003-04}, year = {2004}}

## Use instead

One of them:

    @book{davis2003, date = {2003-04}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.rule import CheckedEntry, Violation
from loccit.values.dates import read_date, read_year

_PREFIXES = ("", "orig", "event", "url")


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for prefix in _PREFIXES:
        date = read_date(entry.fields.get(f"{prefix}date", ""))
        year = read_year(entry.fields.get(f"{prefix}year", ""))
        if not (date and date.start and year and year.start):
            continue
        if date.start.year != year.start.year:
            dated = f"`{prefix}date` is in {date.start.year}"
            message = f"{dated}, but `{prefix}year` is {year.start.year}."
            advice = f"Delete the wrong one; loccit uses `{prefix}date`."
            yield Violation(message, f"{prefix}year", advice)
