"""RefWorks: `ADDIN RW.CITE{{doc:5c93 Bell 2009; doc:6a01 Roe 2010 /p 3}}`.

A document has no more of a source than its number, author and year.  Switches follow
them: `/p` pages, `/f` text before, `/s` text after, `/a` no author, `/y` no year.
"""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.regex import regex
from loccit.essays.live_citations.broken_code import BrokenCode
from loccit.essays.live_citations.live_citation import (
    FieldCode,
    Kind,
    LiveCitation,
    LiveCite,
    Record,
)
from loccit.essays.live_citations.records import record_of_name
from loccit.model.citation import CiteMode

_CITATION = regex(r"\s*ADDIN\s+RW\.CITE\b")
_LIST = regex(r"\s*ADDIN\s+RW\.BIB\b")
_SWITCH = regex(r"\s/([pfsay])\b")
_YEAR = regex(r"\d{4}")
_ID_PREFIX = "doc:"


def what_is(code: FieldCode) -> Kind | None:
    if _LIST.match(code.text):
        return "list"
    return "citation" if _CITATION.match(code.text) else None


def read(code: FieldCode) -> LiveCitation:
    named, end, _ = code.text.partition("{{")[2].partition("}}")
    cites = tuple(_cite(part) for part in named.split(";") if part.strip())
    if not end or not cites:
        raise BrokenCode("Its code names no source.")
    return LiveCitation("refworks", cites)


def _cite(part: str) -> LiveCite:
    named, *rest = _SWITCH.split(part)
    values = (value.strip() for value in rest[1::2])
    switches = dict(zip(rest[::2], values, strict=True))
    pages = switches.get("p", "")
    return LiveCite(
        _record(named),
        _mode(switches),
        pages,
        "page" if pages else "",
        switches.get("f", ""),
        switches.get("s", ""),
    )


def _record(named: str) -> Record:
    """Return the record of `doc:5c93 Bell 2009`."""
    number, *words = named.split()
    year = next(filter(_YEAR.match, words), "")
    author = " ".join(word for word in words if word != year)
    key = number.removeprefix(_ID_PREFIX)
    return record_of_name(key, author.partition(",")[0], year)


def _mode(switches: Mapping[str, str]) -> CiteMode:
    if "a" in switches:
        return "suppress-author"
    return "author-only" if "y" in switches else "parenthetical"
