"""A year in the future, or before there was anything of the kind.

## What it does

Compares the year with the current one; two years ahead are fine, for what is in press.
Journals begin in 1665, films in 1888, programs in 1940, web pages in 1990, and printed
books in 1450. The year in which a work was first written (`origdate`) may be any before
now.

## Why is this bad?

A digit is mistyped, or one too many.

## Example

    @article{pettit2004, date = {20004}}

## Use instead

The year on the title page:

    @article{pettit2004, date = {2004}}
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import MAXYEAR, date

from loccit.lint.rule import CheckedEntry, Violation

#: Since when there are works of a type: journals, films, programs, pages of the web.
_FIRST = {
    "article-journal": ("no journals", 1665),
    "motion_picture": ("no films", 1888),
    "software": ("no programs", 1940),
    "accessed": ("no web pages", 1990),
}
#: What has a publisher or an ISBN was printed; when an older work was written is its
#: `origdate`.
_PRINTED = ("no printed books", 1450)
_AHEAD = 2


def check(entry: CheckedEntry) -> Iterator[Violation]:
    now = date.today().year
    for variable, ahead in (("issued", _AHEAD), ("accessed", 1), ("original-date", 0)):
        found = entry.source.date(variable)
        if not found or not found.start:
            continue
        year = found.start.year
        missing, first = _beginning(entry, variable)
        if year > now + ahead:
            yield Violation(
                f"The year {year} is in the future.", variable, "Look it up again."
            )
        elif year < first:
            yield Violation(
                f"In the year {year} there were {missing} yet.",
                variable,
                "Look it up again.",
            )


def _beginning(entry: CheckedEntry, variable: str) -> tuple[str, int]:
    """What there was none of before which year; a year that nothing is earlier than, if
    nobody can tell.
    """
    found = _FIRST.get(entry.source.type if variable == "issued" else variable)
    if found or variable != "issued":
        return found or ("", -MAXYEAR)
    printed = "publisher" in entry.source.variables or "ISBN" in entry.source.variables
    return _PRINTED if printed else ("", -MAXYEAR)
