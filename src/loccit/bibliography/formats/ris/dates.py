"""Dates of RIS: year, month, day and other words, as in "2009/03/01/Spring"."""

from __future__ import annotations

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model import Date
from loccit.values import dates
from loccit.values.dates import read_year

#: A range of years, "2004/2005", is not of this kind.
_SLASHED = regex(r"([0-9]{4})(?:/([0-9]{0,2})(?:/([0-9]{0,2})(?:/(.*))?)?)?")
_YEAR = regex(r"[0-9]{4}")
#: What programs write after the last slash of an access date.
_TIME = regex(r"[0-9]{1,2}:[0-9]{2}|[0-9]+$")


def read_date(text: str, year: str = "") -> Date | None:
    """Read the date of a line, with the year that another line has if this has none.

    >>> read_date("2009/03/01/").start, read_date("2009///Spring").season
    (DateParts(year=2009, month=3, day=1), 1)
    >>> read_date("Mar 3", "2009").start
    DateParts(year=2009, month=3, day=3)
    """
    text = " ".join(text.split())
    if found := _SLASHED.fullmatch(text):
        first, month, day, other = (part or "" for part in found.groups())
        return _read_other(first, month, other) or _read_day(text, first, month, day)
    date = dates.read_date(text)
    return read_year(year, text) if date and year and not _YEAR.search(text) else date


def _read_other(year: str, month: str, other: str) -> Date | None:
    if not other or _TIME.match(other):
        return None
    date = dates.read_date(other)
    if date and date.start:
        return date
    return read_year(year, other) if not int(month or 0) else None


def _read_day(text: str, year: str, month: str, day: str) -> Date | None:
    if day and not month:
        month = "0"  # which no calendar has
    date = dates.read_date("-".join(filter(None, [year, month, day])))
    return replace(date, literal=text) if date and date.literal else date


def write_date(date: Date) -> str:
    """Write a date with its slashes, and all that is more than a day after the last.

    >>> from loccit.model import DateParts
    >>> write_date(Date(DateParts(2009, 3, 1))), write_date(Date(DateParts(2009), season=1))
    ('2009/03/01/', '2009///2009-21')
    """
    if not date.start or not 1000 <= date.start.year <= 9999:
        return dates.write_date(date)
    year, month, day = date.start.year, date.start.month, date.start.day
    parts = [str(year), f"{month:02}" if month else "", f"{day:02}" if day else ""]
    other = "" if date == Date(date.start) else dates.write_date(date)
    return "/".join([*parts, other])
