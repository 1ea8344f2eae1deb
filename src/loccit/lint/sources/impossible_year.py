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

import time
from collections.abc import Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.lint.rule import CheckedEntry, Violation


class _Beginning(NamedTuple):
    """What there was not before a year."""

    what: str
    year: int


#: By the source's type, or by the variable that has the year.
_FIRST = {
    "article-journal": _Beginning("journals", 1665),
    "motion_picture": _Beginning("films", 1888),
    "software": _Beginning("programs", 1940),
    "accessed": _Beginning("web pages", 1990),
}
#: Letters of Arabic and Persian, and of Thai: their countries count years differently.
_OTHER_CALENDAR = regex(r"[\u0600-\u06ff\u0e00-\u0e7f]")
_PRINTED = _Beginning("printed books", 1450)
#: How many years after this one a year may be.
_AHEAD = {"issued": 2, "accessed": 1, "original-date": 0}
_ADVICE = "Look it up again."


def check(entry: CheckedEntry) -> Iterator[Violation]:
    title = entry.source.plain("title")
    if not title.isascii() and _OTHER_CALENDAR.search(title):
        return  # 1394 is 2015 in Iran
    now = time.localtime().tm_year
    for variable, ahead in _AHEAD.items():
        found = entry.source.date(variable)
        if not found or not found.start:
            continue
        year = found.start.year
        first = _beginning(entry, variable)
        if year > now + ahead:
            message = f"The year {year} is in the future."
            yield Violation(message, variable, _ADVICE)
        elif first and year < first.year:
            message = f"In the year {year} there were no {first.what} yet."
            yield Violation(message, variable, _ADVICE)


def _beginning(entry: CheckedEntry, variable: str) -> _Beginning | None:
    """Return when works of the source's kind began, if anybody knows."""
    if variable != "issued":
        return _FIRST.get(variable)
    if entry.source.type in _FIRST:
        return _FIRST[entry.source.type]
    is_printed = bool({"publisher", "ISBN"} & entry.source.variables.keys())
    return _PRINTED if is_printed else None
