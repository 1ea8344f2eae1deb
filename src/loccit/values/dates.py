"""Dates as text <-> model.Date: the one reader of dates, for every format.

It reads ISO 8601 with EDTF (ISO 8601-2, levels 0 and 1), other dates in numbers
(date_numbers.py) and in words (date_words.py), and ranges of them (date_ranges.py).
What it can't read, and what no calendar has, stays as `literal` with each of its
characters, beside its year if it has one.
"""

from __future__ import annotations

import re
from functools import lru_cache

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model import Date, DateParts
from loccit.values.calendar import SEASON_MONTH, is_day, is_month, is_season
from loccit.values.date_numbers import read_iso, read_numbers, without_time
from loccit.values.date_ranges import OPEN, QUALIFIERS, read_interval, read_range
from loccit.values.date_words import month_number, read_words

#: The months as every BibTeX style defines them.
MONTHS = tuple("jan feb mar apr may jun jul aug sep oct nov dec".split())  # noqa: SIM905
_SEASON_NAMES = ("Spring", "Summer", "Fall", "Winter")
#: The last year that ISO 8601 and BibTeX have without a sign of their own.
_LAST_YEAR = 9999

_SPACES = regex(r"[ \t\r\n]+")
_BRACKETS = " []{}()"
_BRACKETS_AND_STOPS = f"{_BRACKETS}.,;"
_NO_DATE = regex(r"n\.?\s*d\.?|no date|undated", re.IGNORECASE)
_CIRCA = regex(
    r"(?:(?:(?:circa|ca)(?![^\W\d_])\.?|c\.|c(?= [0-9])|~)\s*)+", re.IGNORECASE
)
#: "c1999" is a copyright date in library catalogues (AACR2, 1.4F6), "p" a recording's.
_COPYRIGHT = regex(
    r"^(?:[©℗]|\(?[cp]\)|cop\.|copyright\b|[cp](?=[0-9]{4}))\s*", re.IGNORECASE
)
#: Word processors make other signs of hyphens and dashes, and TeX two hyphens of a dash.
#: A date of RIS, whose last slashes separate what is missing: "2017/10/05/", "2019//".
_OF_RIS = regex(r"(\d{4}(?:/\d{1,2}){0,2})(?:/{2,3}|(?<=\d/\d\d)/|(?<=\d/\d)/)")
_HYPHENS = regex(r"[‐‑−]")
_DASHES = regex(r"-{2,3}|[‒—―]")
#: Full-width signs, from Chinese and Japanese keyboards, and spaces of other widths.
_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SPACE_SIGNS = map(ord, "\u00a0\u2002\u2003\u2009\u202f\u3000")
#: A digit of any script: Persian, Devanagari ...
_DIGIT = regex(r"\d")
_PLAIN = {**_FULL_WIDTH, **dict.fromkeys(_SPACE_SIGNS, ord(" "))}

_FOUR_DIGITS = regex(r"(?<![0-9])[0-9]{4}(?![0-9])")
#: In a field for years, "2009/10" and "1998-99" are two years and no month.
_SHORT_YEARS = regex(r"^([0-9]{3,4})\s*(?:--?|–|/)\s*([0-9]{1,2})$")
_MONTH_NUMBERS = regex(r"[0-9]{1,2}(?:\s*(?:--?|–|/)\s*[0-9]{1,2})?")
_NUMBER = regex(r"[0-9]+")


@lru_cache(maxsize=8192)
def read_date(text: str) -> Date | None:
    """Read a date, or return None for text that says that there is none ("n.d.").

    >>> read_date("2015-10/2015-11").end
    DateParts(year=2015, month=11, day=None)
    >>> read_date("March 4, 2015") == read_date("2015-03-04")
    True
    >>> read_date("2010-13").start, read_date("2010-13").literal
    (DateParts(year=2010, month=None, day=None), '2010-13')
    """
    if found := _OF_RIS.fullmatch(text):
        text = found[1].replace("/", "-")
    date = read_iso(text) or read_as_typed(text)
    if date and _is_in_calendar(date):
        return date
    return _literal(text, date)


@lru_cache(maxsize=8192)
def read_year(year: str, month: str = "", day: str = "") -> Date | None:
    """Read the date of the fields `year`, `month` and `day`.

    The year may be a range or any date, the month a name, a number or several.

    >>> read_year("2015", "mar", "4").start
    DateParts(year=2015, month=3, day=4)
    >>> read_year("1990--91").end
    DateParts(year=1991, month=None, day=None)
    """
    date = _usual_date(year, month, day)
    if date is None:
        bare_year, circa = _without_circa(year.strip())
        date = read_as_typed(_in_words(bare_year, month, day))
        if date and circa:
            date = replace(date, circa=True)
    if date and _is_in_calendar(date):
        return date
    typed = f"{month} {day} {year}"
    return _literal(" ".join(typed.split()), date)


def read_raw(date: Date) -> Date:
    """Read the parts of a date of CSL-JSON from its `raw`; "n.d." stays as it is.

    >>> read_raw(Date(raw="15 March 1988")).start
    DateParts(year=1988, month=3, day=15)
    """
    if not date.raw or date.start:
        return date
    read = read_date(date.raw)
    if read is None:
        return date
    season = read.season or date.season
    return replace(read, season=season, circa=read.circa or date.circa)


def read_as_typed(text: str) -> Date | None:
    """Read a date even where no calendar has it; None where it can't be read.

    >>> read_as_typed("30 February 2010").start
    DateParts(year=2010, month=2, day=30)
    """
    text, circa = _without_circa(_plain(text))
    text = without_time(_COPYRIGHT.sub("", text))
    date = read_interval(text)
    if date is None:
        bare = text.rstrip(QUALIFIERS)
        circa = circa or bare != text
        date = read_range(bare) or read_numbers(bare) or read_words(bare)
    if date is None or not circa:
        return date
    if date.literal:
        return None  # "ca." is not in the words of an open beginning
    return replace(date, circa=True)


def write_date(date: Date) -> str:
    """Write a date in ISO 8601-2, or its words.

    >>> write_date(Date(DateParts(2015, 10), DateParts(2015, 11), circa=True))
    '2015-10/2015-11~'
    """
    if date.literal or not date.start:
        return date.literal or date.raw
    start = date.start
    if date.season and not start.month:
        start = replace(start, month=SEASON_MONTH + date.season)
    text = _write_parts(start)
    circa = "~" if date.circa else ""
    if date.end == OPEN:
        return f"{text}{circa}/"
    if date.end:
        text = f"{text}/{_write_parts(date.end)}"
    return f"{text}{circa}"


def iso_date(date: Date | None) -> str:
    """Return the start of a date for metadata; `""` for words and years before 1 CE.

    >>> iso_date(Date(DateParts(2018, 3, 19))), iso_date(Date(literal="in press"))
    ('2018-03-19', '')
    """
    start = read_raw(date).start if date else None
    if start is None or not 0 < start.year <= 9999:
        return ""
    return write_start(Date(start))


def write_start(date: Date) -> str:
    """Write the day, month or year that a date begins with, or `""`.

    For formats that have neither ranges nor seasons nor words.

    >>> write_start(Date(DateParts(2015, 10), DateParts(2015, 11), circa=True))
    '2015-10'
    """
    start = date.start
    if start is None:
        return ""
    if not is_month(start.month):
        start = DateParts(start.year)
    return _write_parts(start)


def write_year(date: Date) -> dict[str, str]:
    """Write a date as BibTeX's `year`, `month` and `day`.

    >>> write_year(Date(DateParts(2015, 3, 4)))
    {'year': '2015', 'month': 'mar', 'day': '4'}
    >>> write_year(Date(DateParts(2015, 10), DateParts(2015, 11)))
    {'year': '2015', 'month': 'oct--nov'}
    """
    start = date.start
    if date.literal or not start or not 0 < start.year <= _LAST_YEAR:
        return {"year": write_date(date)}
    fields = {"year": _write_years(date, start)}
    month = _write_months(date, start)
    if month:
        fields["month"] = month
    if is_month(start.month):
        days = [str(end.day) for end in (start, date.end) if end and end.day]
        fields["day"] = "--".join(days)
    return {name: text for name, text in fields.items() if text}


def _plain(text: str) -> str:
    """Text with one sign for each kind of dash, space and digit, and without the
    brackets and full stops round it.
    """
    text = _SPACES.sub(" ", text.strip())
    text = _DASHES.sub("–", text)
    if not text.isascii():
        text = text.translate(_PLAIN)
        text = _DIGIT.sub(lambda digit: str(int(digit[0])), text)
        text = _HYPHENS.sub("-", text)
    text = text.lstrip(_BRACKETS)
    if text.endswith(".."):
        return text  # EDTF's open end
    return text.rstrip(_BRACKETS_AND_STOPS)


def _without_circa(text: str) -> tuple[str, bool]:
    """Text after "ca." and the like, and whether it had them."""
    found = _CIRCA.match(text)
    if not found:
        return text, False
    return text[found.end() :], True


def _usual_date(year: str, month: str, day: str) -> Date | None:
    """The date of a year and one month, perhaps with a day, as most entries have it."""
    number = month_number(month)
    if number is None or len(year) != len("2010") or not year.isdecimal():
        return None
    if not day:
        return Date(DateParts(int(year), number))
    if not day.isdecimal() or len(day) > len("31"):
        return None
    return Date(DateParts(int(year), number, int(day)))


def _in_words(year: str, month: str, day: str) -> str:
    """A date in words, with the names of months in place of numbers."""
    year = _SHORT_YEARS.sub(r"\1–\2", year)
    if year.isdecimal() and (month or day):
        year = year.zfill(4)  # so that it is not taken for a day
    if _MONTH_NUMBERS.fullmatch(month.strip()):
        month = _NUMBER.sub(_month_name, month)
    return f"{month} {day} {year}"


def _month_name(found: re.Match[str]) -> str:
    number = int(found[0])
    if not is_month(number):
        return found[0]
    return MONTHS[number - 1]


def _is_in_calendar(date: Date) -> bool:
    if date.start is None or date.start == OPEN:
        return False
    if not _exists(date.start):
        return False
    return date.end is None or date.end == OPEN or _exists(date.end)


def _exists(parts: DateParts) -> bool:
    if parts.day is not None:
        return is_day(parts)
    if parts.month is None:
        return True
    return is_month(parts.month) or is_season(parts.month)


def _literal(text: str, date: Date | None) -> Date | None:
    """Text that is not a date, or `date`, which no calendar has; with its year."""
    plain = _plain(text)
    if not plain or _NO_DATE.fullmatch(plain):
        return None
    literal = _SPACES.sub(" ", text.strip())
    year = _year(plain, date)
    circa = date is not None and date.circa
    return Date(DateParts(year) if year else None, circa=circa, literal=literal)


def _year(text: str, date: Date | None) -> int:
    """The year of a date or of text; 0 is no year, as in CSL-JSON."""
    if date and date.start:
        return date.start.year
    found = _FOUR_DIGITS.search(text)
    return int(found[0]) if found else 0


def _write_parts(parts: DateParts) -> str:
    text = _write_iso_year(parts.year)
    if parts.month:
        text += f"-{parts.month:02}"
    if parts.day:
        text += f"-{parts.day:02}"
    return text


def _write_iso_year(year: int) -> str:
    if year < 0:
        year += 1  # ISO 8601 has a year 0, which is 1 BCE
    sign = "-" if year < 0 else ""
    long = "Y" if abs(year) > _LAST_YEAR else ""
    return f"{long}{sign}{abs(year):04}"


def _write_years(date: Date, start: DateParts) -> str:
    year = str(start.year)
    if date.circa:
        year = f"c. {year}"
    if not date.end or date.end.year == start.year:
        return year
    if date.end == OPEN:
        return f"{year}--"
    return f"{year}--{date.end.year}"


def _write_months(date: Date, start: DateParts) -> str:
    """The months, or the season, as BibTeX's `month` has them."""
    season = date.season or 0
    if not start.month and is_season(SEASON_MONTH + season):
        return _SEASON_NAMES[season - 1]
    if not start.month or not is_month(start.month):
        return ""
    month = MONTHS[start.month - 1]
    end = date.end
    if not end or not end.month or not is_month(end.month):
        return month
    if (end.year, end.month) == (start.year, start.month):
        return month
    return f"{month}--{MONTHS[end.month - 1]}"
