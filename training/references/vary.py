"""Vary sources: other journals, newspapers, publishers and websites, and fields that are
missing.

The libraries are about few subjects. The model must not learn that a journal is called
"TUGboat".
"""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

from loccit._startup.regex import regex
from loccit.csl import style_ids, style_info
from loccit.model import Date, Name, Source
from loccit.model.date import DateParts
from loccit.model.source import Value
from training.references.sources import LEFT_OUT

_NAMES = Path(__file__).with_name("names")
_OTHER_JOURNAL = 0.6
_OTHER_PUBLISHER = 0.5
_AS_WEB_PAGE = 0.12
_AS_NEWSPAPER = 0.06
_WITH_DAY = 0.2
_REPRINT = 0.05
_NOT_LETTERS = regex(r"[^a-z0-9]+")
_SLUG = 60


def varied(source: Source, choice: random.Random) -> Source:
    """Return a source as somebody else might have it."""
    values: dict[str, Value | None] = {}
    for variable, share in LEFT_OUT.items():
        if choice.random() < share:
            values[variable] = None
    source = source.with_variables(_without_placeholders(source))
    varied = source.with_variables(values)
    if source.type in ("article-journal", "article-magazine"):
        return _other_periodical(varied, choice)
    if source.type in ("book", "chapter"):
        return _other_book(varied, choice)
    if source.type in ("webpage", "post", "post-weblog"):
        return _web_page(varied, choice)
    return varied


def _without_placeholders(source: Source) -> dict[str, Value | None]:
    """Return the variables to remove because they say that nothing is known."""
    removed: dict[str, Value | None] = {}
    for variable, value in source.variables.items():
        if isinstance(value, str) and "????" in value:
            removed[variable] = None
    return removed


def _other_periodical(source: Source, choice: random.Random) -> Source:
    """Return an article in another journal, in a newspaper, or on a website."""
    share = choice.random()
    if share < _AS_WEB_PAGE:
        return _web_page(source, choice)
    if share < _AS_WEB_PAGE + _AS_NEWSPAPER:
        return _in_newspaper(source, choice)
    source = _dated(source, choice)
    if choice.random() < _OTHER_JOURNAL:
        names: dict[str, Value | None] = {
            "container-title": choice.choice(journals()),
            "container-title-short": None,
        }
        return source.with_variables(names)
    return source


def _dated(source: Source, choice: random.Random) -> Source:
    """Return an article, perhaps with month and day, as PubMed has them."""
    year = source.date("issued")
    if year is None or year.start is None or choice.random() > _WITH_DAY:
        return source
    day: int | None = choice.choice((None, choice.randint(1, 28)))
    parts = DateParts(year.start.year, choice.randint(1, 12), day)
    return source.with_variables({"issued": Date(parts)})


def _in_newspaper(source: Source, choice: random.Random) -> Source:
    values: dict[str, Value | None] = {
        "container-title": choice.choice(_lines("newspapers")),
        "container-title-short": None,
        "volume": None,
        "issue": None,
        "DOI": None,
        "URL": None,
        "page": choice.choice(("A1", "B4", "12", "C3", "7", None, None, None)),
        "issued": _day(choice),
    }
    return source.with_variables(values, "article-newspaper")


def _web_page(source: Source, choice: random.Random) -> Source:
    address, site, group = choice.choice(_lines("sites")).split("|")
    slug = _NOT_LETTERS.sub("-", source.plain("title").lower())[:_SLUG].strip("-")
    author: Value | None = source.names("author")[:2]
    if group and choice.random() < 0.6:
        author = (Name(literal=group),)
    elif choice.random() < 0.2:
        author = None
    values: dict[str, Value | None] = {
        "author": author,
        "container-title": choice.choice((site, site, None)),
        "container-title-short": None,
        "publisher": choice.choice((group or None, None, None, None)),
        "URL": choice.choice(("https://", "http://")) + f"{address}/{slug}",
        "volume": None,
        "issue": None,
        "page": None,
        "DOI": None,
        "publisher-place": None,
        "collection-title": None,
        "issued": choice.choice((_day(choice), source.date("issued"), None)),
        "accessed": choice.choice((_day(choice), None)),
    }
    return source.with_variables(values, "webpage")


def _other_book(source: Source, choice: random.Random) -> Source:
    """Return a book from another publisher, or a reprint."""
    if choice.random() < _OTHER_PUBLISHER:
        source = source.with_variables(_publisher(choice))
    if choice.random() < _REPRINT:
        first = Date(DateParts(choice.randint(1750, 1970)))
        source = source.with_variables({"original-date": first})
    return source


def _publisher(choice: random.Random) -> dict[str, Value | None]:
    name, places = choice.choice(_lines("publishers")).split("|")
    place = choice.choice([*places.split(";"), ""])
    return {"publisher": name, "publisher-place": place or None}


def _day(choice: random.Random) -> Date:
    year = choice.randint(1985, 2025)
    return Date(DateParts(year, choice.randint(1, 12), choice.randint(1, 28)))


@cache
def _lines(name: str) -> list[str]:
    lines = (_NAMES / f"{name}.txt").read_text("utf-8").splitlines()
    return [line for line in lines if not line.startswith("#")]


@cache
def journals() -> list[str]:
    """Return the names of journals: those of the styles that are made for one."""
    names: list[str] = []
    for style_id in style_ids():
        info = style_info(style_id)
        if info.parent and "(" not in info.title:
            names.append(info.title)
    return names
