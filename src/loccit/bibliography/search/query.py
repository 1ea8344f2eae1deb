"""Queries: which sources have these words, and where.

mass incarceration           both words, anywhere, each as the beginning of a word
author:alexander year:2010.. a word in certain variables; years from, to, or between
"new jim crow" -prison       words that stand together; a word that must not be there
"""

from __future__ import annotations

import unicodedata
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.errors import InvalidQuery
from loccit.values.names import MAKERS

#: A part of a query: a minus, a field, and words in quotes or a word.
_PART = regex(r"\s*(-?)(?:([A-Za-z]+):)?(?:\"([^\"]*)(\"?)|(\S+))")
_YEARS = regex(r"(\d{1,4})?(\.\.)?(\d{1,4})?$")
_WORD = regex(r"[^\W_]+")

#: A field by what people call it: the variables that it stands for, and what a word
#: found there counts.
FIELDS: dict[str, tuple[tuple[str, ...], int]] = {
    "key": ((), 6),
    "author": (MAKERS, 5),
    "title": (("title", "title-short", "original-title"), 4),
    "year": (("issued", "original-date"), 4),
    "in": (
        ("container-title", "container-title-short", "collection-title", "event-title"),
        2,
    ),
    "keyword": (("keyword",), 2),
    "type": ((), 1),
    "publisher": (("publisher", "publisher-place", "authority"), 1),
    "doi": (("DOI",), 1),
    "isbn": (("ISBN",), 1),
    "abstract": (("abstract",), 1),
    "note": (("note", "annote"), 1),
}
#: Other names for them.
_ALIASES = {
    "editor": "author",
    "journal": "in",
    "booktitle": "in",
    "date": "year",
    "tag": "keyword",
    "keywords": "keyword",
}


class Term(NamedTuple):
    """One part of a query: `words` that stand together in `field` (anywhere, if it is
    `""`), or a span of years.
    """

    field: str
    words: tuple[str, ...]
    years: tuple[int, int] | None
    negated: bool


def parse_query(text: str) -> tuple[Term, ...]:
    """The terms of a query, all of which must hold.

    Raises:
        InvalidQuery: quotes that don't close, an unknown field, a year that is none, or
            no words at all.

    >>> [(term.field, term.words) for term in parse_query('author:Müller "new jim crow"')]
    [('author', ('muller',)), ('', ('new', 'jim', 'crow'))]
    """
    terms = [
        _term(found.groups(), found.start(), text) for found in _PART.finditer(text)
    ]
    if not any(term.words or term.years for term in terms):
        raise InvalidQuery(
            "This query has no words.",
            advice="Write some, such as author:davis year:2003..",
        )
    return tuple(term for term in terms if term.words or term.years)


def _term(groups: tuple[str, ...], start: int, text: str) -> Term:
    minus, field, quoted, closing, word = groups
    if quoted is not None and not closing:
        raise InvalidQuery(
            f"The quotation mark at {start + 1} is not closed: {text[start:].strip()[:30]}"
        )
    name = _ALIASES.get(field.lower(), field.lower()) if field else ""
    if name and name not in FIELDS:
        if quoted is None and word.startswith("//"):  # an address
            return Term("", words_of(f"{field}:{word}"), None, bool(minus))
        known = ", ".join(FIELDS)
        raise InvalidQuery(
            f"There is no field `{field}` to search in.", advice=f"There are {known}."
        )
    value = quoted if quoted is not None else word
    if name == "year":
        return Term(name, (), _years(value), bool(minus))
    return Term(name, words_of(value), None, bool(minus))


def _years(text: str) -> tuple[int, int]:
    found = _YEARS.match(text)
    if not found or not (found[1] or found[3]):
        advice = "Write year:2010, year:2010.., year:..2010 or year:2001..2010."
        raise InvalidQuery(f"`{text}` is no year.", advice=advice)
    first = int(found[1]) if found[1] else -9999
    last = int(found[3]) if found[3] else 9999 if found[2] else first
    return first, last


def words_of(text: str) -> tuple[str, ...]:
    """The words of a text, without accents and in small letters.

    >>> words_of("Jiménez's Essays, 2nd ed.")
    ('jimenez', 's', 'essays', '2nd', 'ed')
    """
    text = text.casefold()
    if not text.isascii():
        text = "".join(
            mark
            for mark in unicodedata.normalize("NFKD", text)
            if not unicodedata.combining(mark)
        )
    return tuple(_WORD.findall(text))
