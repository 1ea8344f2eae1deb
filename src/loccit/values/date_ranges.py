"""Ranges of dates: the intervals of EDTF, and what people write in their place."""

from __future__ import annotations

import re

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model import Date, DateParts
from loccit.values.calendar import SEASON_MONTH, is_month
from loccit.values.date_numbers import read_iso, read_numbers, without_time
from loccit.values.date_words import read_words

#: The end of a range that has none; CSL-JSON has a year 0 for it, as citeproc-js does.
OPEN = DateParts(0)

#: EDTF's signs of dates that are uncertain, approximate, or both (ISO 8601-2, 8).
QUALIFIERS = "?~% "
#: An end that is open or unknown, and how the first draft of EDTF spelled that.
_NO_END = frozenset(["", "..", "open", "unknown"])
_YEARS = regex(r"(?P<start>[0-9]{3,4}) ?(?P<sign>[-–/]) ?(?P<end>[0-9]{1,4})")
_DASH = regex(r" ?– ?| - | to ")
#: "1999–", "May 1999-present"; but not "1999-05-", which is half a date.
_ONGOING = regex(
    r"(.+?)(?: ?[-–/] ?| to )(?:present|date|now|today)|([^-–/]+?) ?[-–]", re.IGNORECASE
)
_FOUR_DIGITS = regex(r"(?<![0-9])[0-9]{4}(?![0-9])")


def read_interval(text: str) -> Date | None:
    """Read a date of EDTF with its qualifier, or two dates, of which one may be missing.

    >>> read_interval("2004/..").end == OPEN, read_interval("../2004~").literal
    (True, '–2004~')
    """
    if text.startswith("–"):  # an open beginning as it is printed
        text = f"/{text[1:]}"
    first, slash, last = text.partition("/")
    first, last = first.strip(), last.strip()
    start = read_qualified(first)
    if not slash:
        return start
    end = read_qualified(last)
    if start and end:
        return _range(start, end)
    if start and last in _NO_END:
        return replace(start, end=OPEN)
    if end and first in _NO_END:
        return replace(end, literal=f"–{last}")
    return None


def read_qualified(text: str) -> Date | None:
    """Read a date of ISO 8601 with a time and a qualifier, if it has them.

    >>> read_qualified("2004-06~").circa
    True
    """
    text = without_time(text)
    bare = text.rstrip(QUALIFIERS)
    date = read_iso(bare)
    if date and bare != text:
        return replace(date, circa=True)
    return date


def read_range(text: str) -> Date | None:
    """Read a range of years or of dates in numbers, or one that goes on.

    >>> read_range("1999-2001").end
    DateParts(year=2001, month=None, day=None)
    >>> read_range("1999-present").end == OPEN
    True
    """
    return _years(text) or _from_to(text) or _ongoing(text)


def _range(start: Date, end: Date) -> Date:
    """A range; "2009-24/2010" is one winter, and "2009-24/2010-24" a range of two."""
    circa = start.circa or end.circa
    if start.season and not end.season:
        return Date(start.start, end.start, start.season, circa)
    return Date(_with_season(start), _with_season(end), circa=circa)


def _with_season(date: Date) -> DateParts | None:
    """The parts of an end of a range, with its season in the place of the month."""
    if not date.start or not date.season:
        return date.start
    return replace(date.start, month=SEASON_MONTH + date.season)


def _years(text: str) -> Date | None:
    """A range of years, whose last one may be short: "1999-2001", "1999–01"."""
    found = _YEARS.fullmatch(text)
    if not found:
        return None
    start, end = int(found["start"]), int(found["end"])
    digits = len(found["end"])
    if digits <= 2:
        if _may_be_month(found["sign"], end):
            return None
        end += start - start % 10**digits
    if start >= end:
        return None
    return Date(DateParts(start), DateParts(end))


def _may_be_month(sign: str, number: int) -> bool:
    """Return whether "1999-01" and "1999/01" are a month; "1999–01" is two years."""
    return sign == "-" or (sign == "/" and is_month(number))


def _from_to(text: str) -> Date | None:
    """A range of two dates in numbers."""
    ends = _DASH.split(text)
    if len(ends) != 2:
        return None
    if not all(map(_FOUR_DIGITS.search, ends)):
        return None
    start, end = map(read_numbers, ends)
    if not start or not end:
        return None
    return _range(start, end)


def _ongoing(text: str) -> Date | None:
    """A range without an end."""
    found = _ONGOING.fullmatch(text)
    if not found:
        return None
    typed = found[1] or found[2]
    start = read_numbers(typed) or read_words(typed)
    if not start or start.end:
        return None
    return replace(start, end=OPEN)
