"""A date that can't be read.

## What it does

Finds a month or day that doesn't exist, a letter in place of a digit, and an end before
the beginning. Words that say when (`Michaelmas 1998`, `forthcoming`) are fine.

## Why is this bad?

What can't be read as a date is printed as it is, and sorted wrongly.

## Example

    @online{doe2015, date = {2015-13-04}}

## Use instead

The year, then the month, then the day:

    @online{doe2015, date = {2015-04-13}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Date, DateParts
from loccit.model.csl_json import DATE_VARIABLES
from loccit.values.calendar import is_day, is_month
from loccit.values.date_ranges import OPEN
from loccit.values.dates import read_as_typed

_NUMBERS = regex(r"\d[\d\s./:-]+")
#: A year with a letter that looks like a digit.
_MISREAD = regex(r"\b(?=[lIOo]*\d)(?=\d*[lIOo])[\dlIOo]{4}\b")
#: In the place of months: ISO 8601-2 counts from 21, and earlier CSL from 13.
_SEASONS = frozenset([*range(13, 17), *range(21, 25)])


def check(entry: CheckedEntry) -> Iterator[Violation]:
    parts = list(_parts_out_of_range(entry))
    yield from parts
    for variable in DATE_VARIABLES & entry.source.variables.keys():
        date = entry.source.date(variable)
        if date and not (parts and variable == "issued") and (what := _wrong(date)):
            yield Violation(
                what, variable, "Write it as 2015-04-13, or the year alone."
            )


def _parts_out_of_range(entry: CheckedEntry) -> Iterator[Violation]:
    """The fields `month` and `day`, where they are numbers that none has."""
    for field, last in (("month", 12), ("day", 31)):
        number = entry.fields.get(field, "").strip()
        if number.isdecimal() and not 1 <= int(number) <= last:
            yield Violation(
                f"There is no {field} {number}.", field, "Look it up again."
            )


def _wrong(date: Date) -> str:
    text = date.literal or date.raw
    typed = read_as_typed(text)
    if typed and typed.start and is_month(typed.start.month):
        date = typed
    elif _NUMBERS.fullmatch(text) or _MISREAD.search(text):
        return f"`{text}` can't be read as a date."
    for parts in (date.start, date.end):
        if parts and (what := _missing_from_calendar(parts)):
            return what
    if date.start and date.end and date.end != OPEN and date.end.year < date.start.year:
        return f"The date begins in {date.start.year} and ends in {date.end.year}."
    return ""


def _missing_from_calendar(parts: DateParts) -> str:
    """Name the month or day that no calendar has."""
    month = parts.month
    if month is None or month in _SEASONS:
        return ""
    if not is_month(month):
        return f"There is no month {month}."
    if parts.day is not None and not is_day(parts):
        return f"The month {parts.year}-{month:02} has no day {parts.day}."
    return ""
