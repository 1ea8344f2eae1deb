"""Pages of websites, and entries of encyclopedias."""

from __future__ import annotations

import random

from loccit._startup.regex import regex
from loccit.model import Name, Source
from loccit.model.source import Value
from training.references.names import lines
from training.references.vary.days import some_day

_NOT_LETTERS = regex(r"[^a-z0-9]+")
_SLUG = 60
_ENTRY = 0.12
_ENTRIES_IN = (
    "Wikipedia",
    "Wikipedia",
    "Wikipedia, the free encyclopedia",
    "Encyclopaedia Britannica",
    "Encyclopædia Britannica",
    "Merriam-Webster.com dictionary",
    "Merriam-Webster",
    "Oxford English Dictionary",
    "Cambridge Dictionary",
    "Dictionary.com",
    "Stanford Encyclopedia of Philosophy",
    "Wikipédia",
    "Duden",
    "Britannica",
    "Urban Dictionary",
    "Investopedia",
)


def web_page(source: Source, choice: random.Random) -> Source:
    address, site, group = choice.choice(lines("sites")).split("|")
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
        "issued": choice.choice((some_day(choice), source.date("issued"), None)),
        "accessed": choice.choice((some_day(choice), None)),
    }
    if choice.random() < _ENTRY:
        return _entry(source.with_variables(values), choice)
    return source.with_variables(values, "webpage")


def _entry(source: Source, choice: random.Random) -> Source:
    """Return an entry of an encyclopedia or dictionary, about a word of the title."""
    words = [word for word in source.plain("title").split() if word[0].isalpha()]
    first = choice.randrange(max(1, len(words) - 2))
    title = " ".join(words[first : first + choice.choice((1, 2, 3))]) or "Soil"
    values: dict[str, Value | None] = {
        "title": title[0].upper() + title[1:].rstrip(".,:;"),
        "container-title": choice.choice(_ENTRIES_IN),
        "publisher": None,
    }
    if choice.random() < 0.75:
        values["author"] = None
    return source.with_variables(values, "entry-encyclopedia")
