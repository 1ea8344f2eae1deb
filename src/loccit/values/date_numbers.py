"""One date in numbers: ISO 8601, EDTF, and what people write in their place.

The parts are as typed; dates.py asks whether a calendar has them.
"""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.model import Date, DateParts
from loccit.values.calendar import SEASON_MONTH, is_month, is_season

#: "2004", "2004-06-11", "2004-XX", "-0043", "Y17000".  Long years have a Y by the
#: standard, and none in hayagriva's files.
_ISO = regex(r"Y?(-?[0-9]{4,9})(?:-([0-9]{2}|XX)(?:-([0-9]{2}|XX))?)?", re.IGNORECASE)
#: The basic format of a day (ISO 8601-1, 5.2.2.1).
_BASIC = regex(r"([0-9]{4})([0-9]{2})([0-9]{2})")
#: "201X", "20XX"; the first draft of EDTF and MARC have a "u" for the X.
_DECADE = regex(r"([0-9]{2,3})([XU]{1,2})", re.IGNORECASE)
#: "T10:20:30Z", ", 10:20 p.m.", " 10:20 GMT+0100 (CET)".
_TIME = regex(
    r"(?:(?<=[0-9])T[0-9:.,]+|,? (?:at )?[0-9]{1,2}(?::[0-9]{2}){1,2}(?:\.[0-9]+)?)"
    r"(?: ?[ap]\.?m\.?)?(?: ?(?:Z|[A-Z]{3,4}))?(?: ?[+-][0-9:]{2,5})?(?: \([\w ]+\)?)?$",
    re.IGNORECASE,
)
#: "2004/6/11", "2004. 6. 11.", and bibutils' "2004 06-11".
_YEAR_FIRST = regex(
    r"(?P<year>[0-9]{4})(?P<sign>[-–/ ]|\. ?)(?P<month>[0-9]{1,2})"
    r"(?:(?:(?P=sign)|(?<= [0-9]{2})-)(?P<day>[0-9]{1,2}))?"
)
#: "3/4/2010", "4. 3. 2010", "3/2010".
_YEAR_LAST = regex(r"([0-9]{1,2})([-/]|\. ?)(?:([0-9]{1,2})\2)?([0-9]{4})")
#: "2010年3月5日", "2010년 3월 5일".
_EAST_ASIAN = regex(
    r"([0-9]{4}) ?[年년](?: ?([0-9]{1,2}) ?[月월](?: ?([0-9]{1,2}) ?[日일])?)?"
)
#: Too short for ISO 8601, so "-44" is 44 BCE as in CSL-JSON; or with the letter that
#: reference lists add to a year, and styles add by themselves.
_YEAR = regex(r"(-?[0-9]{1,3})|([0-9]{4})[a-z]")
#: "44 BC", "380 B.C.E."
_BEFORE_THE_ERA = regex(r"([0-9]{1,4}) ?B\.? ?C\.?(?: ?E\.?)?", re.IGNORECASE)


def read_iso(text: str) -> Date | None:
    """Read a date of ISO 8601 without a time, or one of EDTF without its qualifier.

    >>> read_iso("2004-21").season, read_iso("-0043").start.year
    (1, -44)
    """
    found = _ISO.fullmatch(text)
    if not found:
        return None
    basic = _BASIC.fullmatch(text)
    if basic:
        return _date(basic[1], basic[2], basic[3])
    year = int(found[1])
    if year <= 0:
        year -= 1  # ISO 8601 has a year 0, which is 1 BCE
    month = _known(found[2])
    day = _known(found[3])
    if day is not None and (month is None or is_season(month)):
        return None
    if month is None:
        return Date(DateParts(year))
    if is_season(month):
        return Date(DateParts(year), season=month - SEASON_MONTH)
    return Date(DateParts(year, month, day))


def read_numbers(text: str) -> Date | None:
    """Read one date in numbers.

    A slash separates month, day and year, as in America; a full stop separates day,
    month and year, as in Europe.

    >>> read_numbers("3/4/2010") == read_numbers("4. 3. 2010")
    True
    """
    return (
        read_iso(text)
        or _decade(text)
        or _year_first(text)
        or _year_last(text)
        or _east_asian(text)
        or _before_the_era(text)
        or _other_year(text)
    )


def without_time(text: str) -> str:
    """Remove the time of day after a date: CSL has none.

    >>> without_time("2010-05-01T10:20:30Z"), without_time("Mar 5 2010 10:20 GMT+0100")
    ('2010-05-01', 'Mar 5 2010')
    """
    return _TIME.sub("", text)


def _date(year: str, month: str | None, day: str | None) -> Date:
    return Date(DateParts(int(year), _known(month), _known(day)))


def _known(part: str | None) -> int | None:
    """A month or day, or None where it is left open."""
    if part and part.isdecimal():
        return int(part)
    return None


def _decade(text: str) -> Date | None:
    """The years that "201X" and "20XX" may be."""
    found = _DECADE.fullmatch(text)
    if not found or len(text) != len("201X"):
        return None
    years = 10 ** len(found[2])
    first = years * int(found[1])
    last = first + years - 1
    return Date(DateParts(first), DateParts(last))


def _year_first(text: str) -> Date | None:
    found = _YEAR_FIRST.fullmatch(text)
    if not found:
        return None
    return _date(found["year"], found["month"], found["day"])


def _year_last(text: str) -> Date | None:
    found = _YEAR_LAST.fullmatch(text)
    if not found:
        return None
    first, sign, second, year = found.groups()
    if second is None:
        return _date(year, first, None)
    if sign.startswith(".") or not is_month(int(first)):
        return _date(year, second, first)
    return _date(year, first, second)


def _east_asian(text: str) -> Date | None:
    found = _EAST_ASIAN.fullmatch(text)
    if not found:
        return None
    return _date(found[1], found[2], found[3])


def _before_the_era(text: str) -> Date | None:
    found = _BEFORE_THE_ERA.fullmatch(text)
    if not found:
        return None
    return Date(DateParts(-int(found[1])))


def _other_year(text: str) -> Date | None:
    found = _YEAR.fullmatch(text)
    if not found:
        return None
    year = found[1] or found[2]
    return Date(DateParts(int(year)))
