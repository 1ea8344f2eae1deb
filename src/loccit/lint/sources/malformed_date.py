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

#: A date in numbers that was not read as one.
_NUMBERS = regex(r"\d[\d\s./:-]+")
#: A year with a letter that looks like a digit.
_MISREAD = regex(r"\b(?=[lIOo]*\d)(?=\d*[lIOo])[\dlIOo]{4}\b")
#: In the place of months: ISO 8601-2 counts from 21, and earlier CSL from 13.
_SEASONS = frozenset([*range(13, 17), *range(21, 25)])
#: The last of its kind, by the field.
_LAST = {"month": 12, "day": 31}
_ADVICE = "Write it as 2015-04-13, or the year alone."


def check(entry: CheckedEntry) -> Iterator[Violation]:
    wrong_fields = list(_wrong_fields(entry))
    yield from wrong_fields
    for variable in DATE_VARIABLES & entry.source.variables.keys():
        date = entry.source.date(variable)
        if not date or (wrong_fields and variable == "issued"):
            continue
        message = _what_is_wrong(date)
        if message:
            yield Violation(message, variable, _ADVICE)


def _wrong_fields(entry: CheckedEntry) -> Iterator[Violation]:
    """Find numbers in `month` and `day` that no month or day has."""
    for field, last in _LAST.items():
        number = entry.fields.get(field, "").strip()
        if number.isdecimal() and not 1 <= int(number) <= last:
            message = f"There is no {field} {number}."
            yield Violation(message, field, "Look it up again.")


def _what_is_wrong(date: Date) -> str:
    """Say what is wrong with a date, or `""`."""
    text = date.literal or date.raw
    typed = read_as_typed(text)
    if typed and typed.start and is_month(typed.start.month):
        date = typed
    elif _NUMBERS.fullmatch(text) or _MISREAD.search(text):
        return f"`{text}` can't be read as a date."
    start, end = date.start, date.end
    for parts in (start, end):
        if parts and (message := _missing_from_calendar(parts)):
            return message
    if start and end and end != OPEN and end.year < start.year:
        return f"The date begins in {start.year} and ends in {end.year}."
    return ""


def _missing_from_calendar(parts: DateParts) -> str:
    """Name the month or day that no calendar has, or `""`."""
    month = parts.month
    if month is None or month in _SEASONS:
        return ""
    if not is_month(month):
        return f"There is no month {month}."
    if parts.day is not None and not is_day(parts):
        return f"The month {parts.year}-{month:02} has no day {parts.day}."
    return ""
