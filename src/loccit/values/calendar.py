"""Which months, seasons and days there are."""

from __future__ import annotations

from loccit.model import DateParts

#: The months as English has them.
MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)

#: EDTF has a season in the place of a month, spring as 21 (ISO 8601-2, 4.8).
SEASON_MONTH = 20
_SEASONS = 4
_FEBRUARY = 2
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
#: Up to the Gregorian calendar, every fourth year is a leap year.
_GREGORIAN = 1582


def is_month(month: int | None) -> bool:
    """Return whether a number is that of a month."""
    if month is None:
        return False
    return 1 <= month <= len(_DAYS)


def is_season(month: int | None) -> bool:
    """Return whether a number in the place of a month is that of a season."""
    if month is None:
        return False
    return 1 <= month - SEASON_MONTH <= _SEASONS


def is_day(parts: DateParts) -> bool:
    """Return whether a month has a day.

    >>> is_day(DateParts(2012, 2, 29)), is_day(DateParts(2010, 2, 29))
    (True, False)
    """
    month, day = parts.month, parts.day
    if month is None or day is None or not is_month(month):
        return False
    last = _DAYS[month - 1]
    if month == _FEBRUARY and not _is_leap_year(parts.year):
        last -= 1
    return 1 <= day <= last


def _is_leap_year(year: int) -> bool:
    if year < 0:
        year += 1  # CSL-JSON has no year 0, so that 1 BCE, a leap year, is -1
    if year % 4 != 0:
        return False
    if year <= _GREGORIAN:
        return True
    return year % 100 != 0 or year % 400 == 0
