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


def check(entry: CheckedEntry) -> Iterator[Violation]:
    fields = entry.fields
    for prefix in ("", "orig", "event", "url"):
        if f"{prefix}date" not in fields or f"{prefix}year" not in fields:
            continue
        date, year = (
            read_date(fields[f"{prefix}date"]),
            read_year(fields[f"{prefix}year"]),
        )
        if (
            date
            and date.start
            and year
            and year.start
            and date.start.year != year.start.year
        ):
            message = (
                f"The date is of {date.start.year}, and the year is {year.start.year}."
            )
            yield Violation(
                message,
                f"{prefix}year",
                f"Take the wrong one out; `{prefix}date` is the one used.",
            )
