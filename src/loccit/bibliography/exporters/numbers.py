"""Numbers with words of databases: pages, volumes, editions."""

from __future__ import annotations

import re

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model import Source, Value
from loccit.values.numbers import plain_edition

#: "No Pagination Specified" in PsycINFO.
_NO_PAGES = regex(
    r"(?:no|not)[- ]?(?:pagination|pages|paginated)?[- ]?(?:specified|given|available)?"
    r"|unpaginated|n\.?\s?[/.]?\s?[ap]\.?|s\.\s?p\.|ohne Seitenangabe|-+",
    re.IGNORECASE,
)
#: The extent of a book in a catalogue: "xxiv, 472 pages : illustrations ; 26 cm".
_EXTENT = regex(
    r"(?:[ivxlc]+\s*[,+]\s*)?(?P<pages>\d+) (?:p|pages|pp|s|Seiten|leaves)\b.*",
    re.IGNORECASE | re.DOTALL,
)
#: Springer's series at Scopus: "11331 LNCS".
_VOLUME_AND_SERIES = regex(r"(\d+) (?:LN[A-Z]+|CCIS|AISC|IFIP ?AICT)")
#: The edition typed into the title of a book: "(7th ed.)", ", second edition".
_EDITION = regex(
    r"(?P<title>.*\S)(?: \(|, |\. )(?P<edition>(?:\d+(?:st|nd|rd|th)|first|second|third"
    r"|fourth|fifth|sixth|seventh|eighth|ninth|tenth|rev(?:\.|ised)|new|updated|expanded"
    r"|enlarged|international)(?:,? (?:and |& )?(?:rev(?:\.|ised)|updated|expanded"
    r"|enlarged|abridged|anniversary|international))? ed(?:\.|n\.?|ition))\)?\.?",
    re.IGNORECASE,
)
#: A second edition, that of the publisher: "Rev. ed., 1st Verso paperback ed."
_OF_PUBLISHER = regex(r"(?<=ed\.)[,;] 1st .*")
_EDITED = {
    "book": "title",
    "chapter": "container-title",
    "entry-dictionary": "container-title",
    "entry-encyclopedia": "container-title",
}
_EXTENTS = ("page", "section")


def with_plain_numbers(source: Source) -> Source:
    """Read the numbers of pages, volumes and editions without databases' words.

    >>> record = {"title": "Doors (2nd ed.).", "page": "No Pagination Specified"}
    >>> with_plain_numbers(Source("x", "book", record)).variables
    {'title': 'Doors', 'edition': '2'}
    """
    changed = {
        **_pages(source),
        **_volume(source),
        **_edition(source),
        **_number(source),
    }
    if not changed:
        return source
    variables = {**source.variables, **changed}
    kept = {name: value for name, value in variables.items() if value}
    return replace(source, variables=kept)


def _pages(source: Source) -> dict[str, Value]:
    changed: dict[str, Value] = {}
    for name in _EXTENTS:
        text = source.text(name)
        if not text:
            continue
        extent = _EXTENT.fullmatch(text)
        if _NO_PAGES.fullmatch(text):
            changed[name] = ""
        elif extent is not None:
            total = source.text("number-of-pages") or extent["pages"]
            changed |= {name: "", "number-of-pages": total}
    return changed


def _volume(source: Source) -> dict[str, Value]:
    volume = source.text("volume")
    found = _VOLUME_AND_SERIES.fullmatch(volume) if " " in volume else None
    return {"volume": found[1]} if found else {}


def _edition(source: Source) -> dict[str, Value]:
    """Move the edition from a book's title, where Crossref has it."""
    variable = _EDITED.get(source.type, "")
    title, given = source.text(variable), source.text("edition")
    found = _EDITION.fullmatch(title) if " ed" in title.lower() else None
    if found is not None:
        edition = given or plain_edition(found["edition"])
        return {variable: found["title"], "edition": edition}
    if not given:
        return {}
    edition = plain_edition(_OF_PUBLISHER.sub("", given))
    return {"edition": edition} if edition != given else {}


def _number(source: Source) -> dict[str, Value]:
    """Omit an article's number that is its issue, as Zotero's users have both."""
    is_article = source.type.startswith("article-")
    number = source.text("number")
    is_issue = bool(number) and number == source.text("issue")
    return {"number": ""} if is_article and is_issue else {}
