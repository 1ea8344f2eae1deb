"""Dates in words, of any language in date_words.txt: "5th March 2010", "mars/avril 2010".

Every word must be known, and nothing may be left over: a date that is half understood
is a wrong date.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.model import Date, DateParts
from loccit.values.calendar import SEASON_MONTH

_TOKEN = regex(r"[0-9]+|[^\W\d_]+")
#: What may be between the tokens; anything else has a meaning that nobody knows.
_BETWEEN = regex(r"[\s.,;:/()\[\]{}'’°~&–-]*")
_DASH_AT_AN_END = regex(r"^[-–/]|[-–/]$")
#: "-0043" is 44 BCE, and "12 -14" a range of days.
_NEGATIVE_YEAR = regex(r"(?:^|\s)-[0-9]{3}")
_RANGE = regex(r"[-–/&]")
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
    return _seasonal(parts) if parts.seasons else _monthly(parts)


def _parts(text: str) -> _Parts | None:
    """Sort the words and numbers by what they mean; None if one of them means nothing."""
    if _DASH_AT_AN_END.search(text) or _NEGATIVE_YEAR.search(text):
        return None
    if not _BETWEEN.fullmatch(_TOKEN.sub("", text)):
        return None
    words = _words()
    tokens = [_folded(token) for token in _TOKEN.findall(text)]
    is_range = bool(_RANGE.search(text)) or any(map(words["range"].get, tokens))
    parts = _Parts([], [], [], [], is_range)
    for token in tokens:
        if token.isdecimal() and len(token) <= _LONGEST_YEAR:
            of = parts.days if len(token) <= 2 else parts.years
            of.append(int(token))
        elif month := words["months"].get(token):
            parts.months.append(month)
        elif season := words["seasons"].get(token):
            parts.seasons.append(season)
        elif not any(token in words[kind] for kind in _WITHOUT_NUMBER):
            return None
    return parts


def _is_clear(parts: _Parts) -> bool:
    """Return whether the parts make one date, or the two ends of a range."""
    years, months, days = len(parts.years), len(parts.months), len(parts.days)
    most = max(years, months, days, len(parts.seasons))
    if not years or most > 2 or (most == 2 and not parts.is_range):
        return False
    if parts.years != sorted(parts.years) or 0 in parts.years:
        return False
    if parts.seasons:
        return not months and not days
    # "5 March–April 2010" and "5 March 2010–2012" leave out where the range ends.
    return not days or days >= months >= years


def _seasonal(parts: _Parts) -> Date:
    """A season of one year or of two ("Winter 2009/2010"), or a range of seasons."""
    first, last = parts.years[0], parts.years[-1]
    if len(parts.seasons) == 1:
        until = DateParts(last) if last != first else None
        return Date(DateParts(first), until, parts.seasons[0])
    start, end = (SEASON_MONTH + season for season in parts.seasons)
    return Date(DateParts(first, start), DateParts(last, end))


def _monthly(parts: _Parts) -> Date:
    start, end = (
        DateParts(parts.years[at], _nth(parts.months, at), _nth(parts.days, at))
        for at in (0, -1)
    )
    return Date(start, end if end != start else None)


def _nth(numbers: list[int], at: int) -> int | None:
    return numbers[at] if numbers else None


@cache
def _words() -> Mapping[str, Mapping[str, int]]:
    """Read date_words.txt: the words of each table, with their number in its rows."""
    text = Path(__file__).with_suffix(".txt").read_text("utf-8")
    tables = (table.splitlines() for table in text.split("\n# ")[1:])
    return {name: _numbered(rows) for name, *rows in tables}


def _numbered(rows: Iterable[str]) -> dict[str, int]:
    """The words of the rows with their numbers, except words of two numbers.

    A listopad is October in Croatian and November in Polish.
    """
    numbers: dict[str, set[int]] = {}
    for row in rows:
        for number, names in enumerate(row.split()[1:], 1):
            for name in names.split("/"):
                numbers.setdefault(_folded(name), set()).add(number)
    return {name: min(of) for name, of in numbers.items() if len(of) == 1}


def _folded(word: str) -> str:
    """A word in small letters and without accents, which many leave out.

    >>> _folded("Março")
    'marco'
    """
    word = word.casefold()
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFKD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
