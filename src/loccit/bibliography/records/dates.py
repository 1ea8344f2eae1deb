"""Dates as tagged formats have them: "2009/03/01/Spring" (RIS), "2009 Mar 1" and
"20090301" (PubMed).
"""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.model import Date, DateParts
from loccit.values.dates import read_date, read_year, write_date

_SLASHED = regex(r"(\d{4})(?:/(\d{0,2}))?(?:/(\d{0,2}))?(?:/(.*))?$")
_EIGHT_DIGITS = regex(r"[0-9]{8}$")
_TIME = regex(r"\d\d?:\d\d|\d+$")


def read_slashed(text: str, year: str = "") -> Date | None:
    """The date that a line tells, perhaps with the year that another line told.

    >>> read_slashed("2009/03/01/").start, read_slashed("2009///Spring").season, read_slashed("Mar 3", "2009").start
    (DateParts(year=2009, month=3, day=1), 1, DateParts(year=2009, month=3, day=3))
    """
    text = " ".join(text.split())
    found = _SLASHED.match(text)
    if not found:
        date = read_day(text)
        return read_year(year, text) if year and date and not date.start else date
    month, day, other = (part or "" for part in found.groups()[1:])
    if other and not _TIME.match(other):
        date = read_date(other)
        if date and date.start:
            return date
        if not int(month or 0):
            return read_year(found[1], other)
    if not 1 <= int(month or 0) <= 12:
        return read_date(found[1])
    return Date(DateParts(int(found[1]), int(month), int(day or 0) or None))


def write_slashed(date: Date) -> str:
    """The date with its slashes; what is more than a day stands behind the last one.

    >>> write_slashed(Date(DateParts(2009, 3, 1))), write_slashed(Date(DateParts(2009), season=1))
    ('2009/03/01/', '2009///2009-21')
    """
    if not date.start or not 1000 <= date.start.year <= 9999:
        return write_date(date)
    parts = [
        f"{part:02}" if part else "" for part in (date.start.month, date.start.day)
    ]
    plain = Date(date.start)
    return "/".join(
        [str(date.start.year), *parts, "" if date == plain else write_date(date)]
    )


def read_day(text: str) -> Date | None:
    """A date in words, or in eight digits.

    >>> read_day("2010 Mar 3") == read_day("20100303") == Date(DateParts(2010, 3, 3))
    True
    """
    text = " ".join(text.split())
    return read_date(
        f"{text[:4]}-{text[4:6]}-{text[6:]}" if _EIGHT_DIGITS.match(text) else text
    )
