"""A date that can't be read as one: a thirteenth month, a letter in place of a digit, an end before the beginning.

What is no date is printed as it stands. Words that say when (`Michaelmas 1998`, `forthcoming`) are fine.

    @online{doe2015, date = {2015-13-04}}

Write the year, then the month, then the day:

    @online{doe2015, date = {2015-04-13}}
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator

from loccit.bibliography.dates import OPEN
from loccit.lint.entry import Entry, Fault
from loccit.model import Date, DateParts
from loccit.model.csl_json import DATE_VARIABLES
from loccit.model.pattern import pattern

_NUMBERS = pattern(r"\d[\d\s./:-]+")
#: A year with a letter that looks like a digit.
_MISREAD = pattern(r"\b(?=[lIOo]*\d)(?=\d*[lIOo])[\dlIOo]{4}\b")
#: What lies outside Python's calendar is let pass.
_LEAP_YEAR = 2000


def check(entry: Entry) -> Iterator[Fault]:
    for variable in DATE_VARIABLES & entry.source.variables.keys():
        date = entry.source.date(variable)
        if date and (what := _wrong(date)):
            yield Fault(what, variable, "Write it as 2015-04-13, or the year alone.")


def _wrong(date: Date) -> str:
    text = date.literal or date.raw
    if _NUMBERS.fullmatch(text) or _MISREAD.search(text):
        return f"`{text}` can't be read as a date."
    for parts in (date.start, date.end):
        if parts and not _is_in_calendar(parts):
            return f"The month {parts.year}-{parts.month:02} has no day {parts.day}."
    if date.start and date.end and date.end != OPEN and date.end.year < date.start.year:
        return f"The date begins in {date.start.year} and ends in {date.end.year}."
    return ""


def _is_in_calendar(parts: DateParts) -> bool:
    if not parts.month or not parts.day or parts.month > 12:  # 21 and more are seasons
        return True
    year = parts.year if 1 <= parts.year <= 9999 else _LEAP_YEAR
    return parts.day <= monthrange(year, parts.month)[1]
