"""Queries: which words a source has, and where.

mass incarceration           both words, anywhere, each as the beginning of a word
author:alexander year:2010.. a word in some variables; years from, to, or between
"new jim crow" -prison       words that follow each other; a word that must be missing
"""

from __future__ import annotations

import re
import unicodedata

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.errors import InvalidQuery
from loccit.values.names import MAKERS

#: A term: a minus, a field, and words in quotation marks or one word.
_PART = regex(r"\s*(-?)(?:([A-Za-z]+):)?(?:\"([^\"]*)(\"?)|(\S+))")
_YEARS = regex(r"(\d{1,4})?(\.\.)?(\d{1,4})?$")
_WORD = regex(r"[^\W_]+")
_EARLIEST, _LATEST = -9999, 9999
#: How much of a query a message quotes.
_LONGEST_SHOWN = 30

#: The fields by what people call them: their variables, and the weight of a word there.
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
#: Other names of fields.
_ALIASES = {
    "editor": "author",
    "journal": "in",
    "booktitle": "in",
    "date": "year",
    "tag": "keyword",
    "keywords": "keyword",
}


class Term(NamedTuple):
    """One part of a query.

    Attributes:
        field: where to search; `""` is everywhere.
        words: words that must follow each other.
        years: the first and the last year, instead of words.
        negated: whether the source must not have it.
    """

    field: str
    words: tuple[str, ...]
    years: tuple[int, int] | None
    negated: bool


def parse_query(text: str) -> tuple[Term, ...]:
    """Return the terms of a query, all of which a source must have.

    Raises:
        InvalidQuery: a quotation mark is not closed, a field is unknown, a year is
            malformed, or there are no words at all.

    >>> [(term.field, term.words) for term in parse_query('author:Müller "new jim crow"')]
    [('author', ('muller',)), ('', ('new', 'jim', 'crow'))]
    """
    terms = [_term(found, text) for found in _PART.finditer(text)]
    terms = [term for term in terms if term.words or term.years]
    if not terms:
        raise InvalidQuery(
            "This query has no words.",
            advice="Write some, such as author:davis year:2003..",
        )
    return tuple(terms)


def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a text, in lower case and without accents.

    >>> words_of("Jiménez's Essays, 2nd ed.")
    ('jimenez', 's', 'essays', '2nd', 'ed')
    """
    text = text.casefold()
    if not text.isascii():
        letters = unicodedata.normalize("NFKD", text)
        text = "".join([mark for mark in letters if not unicodedata.combining(mark)])
    return tuple(_WORD.findall(text))


def _term(found: re.Match[str], query: str) -> Term:
    minus, field, quoted, closing, word = found.groups()
    if quoted is not None and not closing:
        rest = query[found.start() :].strip()[:_LONGEST_SHOWN]
        raise InvalidQuery(
            f"The quotation mark at {found.start() + 1} is not closed: {rest}"
        )
    value = word if quoted is None else quoted
    name = _field_name(field or "")
    if name and name not in FIELDS:
        if quoted is None and word.startswith("//"):  # https://...
            return Term("", words_of(f"{field}:{word}"), None, bool(minus))
        known = ", ".join(FIELDS)
        raise InvalidQuery(
            f"There is no field `{field}` to search in.", advice=f"There are {known}."
        )
    if name == "year":
        return Term(name, (), _years(value), bool(minus))
    return Term(name, words_of(value), None, bool(minus))


def _field_name(typed: str) -> str:
    name = typed.lower()
    return _ALIASES.get(name, name)


def _years(text: str) -> tuple[int, int]:
    found = _YEARS.match(text)
    if not found or not (found[1] or found[3]):
        advice = "Write year:2010, year:2010.., year:..2010 or year:2001..2010."
        raise InvalidQuery(f"`{text}` is not a year.", advice=advice)
    start, dots, end = found.groups()
    first = int(start) if start else _EARLIEST
    if end:
        return first, int(end)
    return first, _LATEST if dots else first
