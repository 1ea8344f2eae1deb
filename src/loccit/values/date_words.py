"""Dates in words, of any language in date_words.txt: "5th March 2010", "mars/avril 2010".

Every word must be known, and nothing may be left over: a date that is half understood
is a wrong date.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import filterfalse
from pathlib import Path

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.model import Date, DateParts
from loccit.values.calendar import SEASON_MONTH, is_month

_TOKEN = regex(r"[0-9]+|[^\W\d_]+")
#: What may be between the tokens; anything else has a meaning that nobody knows.
_BETWEEN = regex(r"[\s.,;:/()\[\]{}'’°&–-]*")
_DASH_AT_AN_END = regex(r"^[-–/]|[-–/]$")
#: "-0043" is 44 BCE, and "12 -14" a range of days.
_NEGATIVE_YEAR = regex(r"(?:^|\s)-[0-9]{3}")
_RANGE = regex(r"[-–/&]")
_LONGEST_DAY = 2
_LONGEST_YEAR = 4
#: Tables of words that say nothing about the date itself.
_WITHOUT_NUMBER = ("range", "days", "little")


@dataclass(frozen=True, slots=True)
class _Parts:
    """The parts of a date, each as often as it occurs, and whether it is a range."""

    years: list[int]
    months: list[int]
    seasons: list[int]
    days: list[int]
    is_range: bool


def read_words(text: str) -> Date | None:
    """Read a date or a range in words, or return None where a part is not clear.

    >>> read_words("30 mai – 2 juin 2010").end
    DateParts(year=2010, month=6, day=2)
    >>> read_words("Easter 2010")
    """
    parts = _parts(text)
    if parts is None or not _is_clear(parts):
        return None
    if parts.seasons:
        return _seasonal(parts)
    return _monthly(parts)


def month_number(text: str) -> int | None:
    """Return the number of a month by its name, an abbreviation or a number.

    >>> month_number("Sept."), month_number("mars"), month_number("03")
    (9, 3, 3)
    >>> month_number("13"), month_number("Spring")
    (None, None)
    """
    name = _folded(text.rstrip("."))
    if not name:
        return None
    if not name.isdecimal():
        return _words()["months"].get(name)
    if len(name) > 2 or not is_month(int(name)):
        return None
    return int(name)


def is_word_of_date(word: str) -> bool:
    """Return whether a word or number of few digits can be a part of a date.

    >>> is_word_of_date("Juli"), is_word_of_date("Autumn"), is_word_of_date("Sea")
    (True, True, False)
    """
    if word.isdecimal():
        return len(word) <= _LONGEST_YEAR
    return any(_folded(word) in words for words in _words().values())


def _parts(text: str) -> _Parts | None:
    """Sort words and numbers by their meaning; None if one of them has no meaning."""
    if _DASH_AT_AN_END.search(text) or _NEGATIVE_YEAR.search(text):
        return None
    if not _BETWEEN.fullmatch(_TOKEN.sub("", text)):
        return None
    tokens = [_folded(token) for token in _TOKEN.findall(text)]
    parts = _Parts([], [], [], [], _is_range(text, tokens))
    for token in tokens:
        if not _sort(token, parts):
            return None
    return parts


def _is_range(text: str, tokens: Iterable[str]) -> bool:
    if _RANGE.search(text):
        return True
    between = _words()["range"]
    return any(token in between for token in tokens)


def _sort(token: str, parts: _Parts) -> bool:
    """Put a token where it belongs; return False if it belongs nowhere."""
    if token.isdecimal():
        return _sort_number(token, parts)
    words = _words()
    if token in words["months"]:
        parts.months.append(words["months"][token])
        return True
    if token in words["seasons"]:
        parts.seasons.append(words["seasons"][token])
        return True
    return any(token in words[kind] for kind in _WITHOUT_NUMBER)


def _sort_number(token: str, parts: _Parts) -> bool:
    if len(token) > _LONGEST_YEAR:
        return False
    if len(token) <= _LONGEST_DAY:
        parts.days.append(int(token))
    else:
        parts.years.append(int(token))
    return True


def _is_clear(parts: _Parts) -> bool:
    """Return whether the parts make one date, or the two ends of a range."""
    years, months, days = len(parts.years), len(parts.months), len(parts.days)
    most = max(years, months, days, len(parts.seasons))
    if most > (2 if parts.is_range else 1):
        return False
    if not years or 0 in parts.years or parts.years != sorted(parts.years):
        return False
    if parts.seasons:
        return not months and not days
    # "5 March–April 2010" and "5 March 2010–2012" leave out where the range ends.
    return not days or days >= months >= years


def _seasonal(parts: _Parts) -> Date:
    """A season of one year or of two ("Winter 2009/2010"), or a range of seasons."""
    first, last = parts.years[0], parts.years[-1]
    if len(parts.seasons) == 2:
        start, end = (SEASON_MONTH + season for season in parts.seasons)
        return Date(DateParts(first, start), DateParts(last, end))
    [season] = parts.seasons
    if first == last:
        return Date(DateParts(first), season=season)
    return Date(DateParts(first), DateParts(last), season)


def _monthly(parts: _Parts) -> Date:
    """A year, a month or a day, or a range of them."""
    months: Sequence[int | None] = parts.months or [None]
    days: Sequence[int | None] = parts.days or [None]
    start = DateParts(parts.years[0], months[0], days[0])
    end = DateParts(parts.years[-1], months[-1], days[-1])
    if start == end:
        return Date(start)
    return Date(start, end)


@cache
def _words() -> Mapping[str, Mapping[str, int]]:
    """Read date_words.txt: the words of each table, with their number in its rows."""
    path = Path(__file__).with_suffix(".txt")
    _, *tables = path.read_text("utf-8").split("\n# ")
    words: dict[str, Mapping[str, int]] = {}
    for table in tables:
        name, *rows = table.splitlines()
        words[name] = _numbered(rows)
    return words


def _numbered(rows: Iterable[str]) -> dict[str, int]:
    """The words of the rows with their numbers, except words of two numbers.

    A listopad is October in Croatian and November in Polish.
    """
    numbers: dict[str, set[int]] = {}
    for row in rows:
        columns = row.split()[1:]  # after the language
        for number, names in enumerate(columns, 1):
            for name in names.split("/"):
                numbers.setdefault(_folded(name), set()).add(number)
    return {name: min(of) for name, of in numbers.items() if len(of) == 1}


def _folded(word: str) -> str:
    """A word in small letters and without accents, which many leave out.

    >>> _folded("Março"), _folded("KASIM") == _folded("kasım")
    ('marco', True)
    """
    word = word.casefold()
    if word.isascii():
        return word
    word = word.replace("ı", "i")  # Turkish, whose capital is "I"
    letters = unicodedata.normalize("NFKD", word)
    return "".join(filterfalse(unicodedata.combining, letters))
