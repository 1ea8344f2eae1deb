"""Dates of RIS: year, month, day and other text, as in "2009/03/01/Spring"."""

from __future__ import annotations

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.model import Date
from loccit.values import dates

#: A year, and perhaps a month, a day, and other text. A range of years, "2004/2005",
#: does not match.
_SLASHED = regex(r"([0-9]{4})(?:/([0-9]{0,2})(?:/([0-9]{0,2})(?:/(.*))?)?)?")
_YEAR = regex(r"[0-9]{4}")
#: Programs write the time after the last slash of an access date.
_TIME = regex(r"[0-9]{1,2}:[0-9]{2}|[0-9]+$")


class _Slashed(NamedTuple):
    """The parts of a date between the slashes."""

    year: str
    month: str
    day: str
    other: str


def read_date(text: str, year: str = "") -> Date | None:
    """Read a date; if it has no year, take `year`, which another line has.

    >>> read_date("2009/03/01/").start, read_date("2009///Spring").season
    (DateParts(year=2009, month=3, day=1), 1)
    >>> read_date("Mar 3", "2009").start
    DateParts(year=2009, month=3, day=3)
    """
    text = " ".join(text.split())
    found = _SLASHED.fullmatch(text)
    if found:
        slashed = _Slashed(*(part or "" for part in found.groups()))
        return _read_other(slashed) or _read_day(text, slashed)
    date = dates.read_date(text)
    if date and year and not _YEAR.search(text):
        return dates.read_year(year, text)
    return date


def _read_other(slashed: _Slashed) -> Date | None:
    """Read the other text: a whole date, or a season or months of the year."""
    year, month, _, other = slashed
    if not other or _TIME.match(other):
        return None
    date = dates.read_date(other)
    if date and date.start:
        return date
    if month.strip("0"):
        return None
    return dates.read_year(year, other)


def _read_day(text: str, slashed: _Slashed) -> Date | None:
    year, month, day, _ = slashed
    if day and not month:
        month = "0"  # so that the date stays text: no calendar has this month
    parts = [year, month, day]
    date = dates.read_date("-".join(filter(None, parts)))
    if date and date.literal:
        return replace(date, literal=text)
    return date


def write_date(date: Date) -> str:
    """Write a date with its slashes.

    A date that is more than a day is repeated after the last slash.

    >>> from loccit.model import DateParts
    >>> write_date(Date(DateParts(2009, 3, 1)))
    '2009/03/01/'
    >>> write_date(Date(DateParts(2009), season=1))
    '2009///2009-21'
    """
    start = date.start
    if not start or not 1000 <= start.year <= 9999:
        return dates.write_date(date)
    month = f"{start.month:02}" if start.month else ""
    day = f"{start.day:02}" if start.day else ""
    other = dates.write_date(date) if date != Date(start) else ""
    return f"{start.year}/{month}/{day}/{other}"
