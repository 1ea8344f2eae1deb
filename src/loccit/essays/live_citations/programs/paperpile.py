"""Paperpile: `ADDIN paperpile_citation <clusterId>...<metadata>...<data>...</data>`.

`metadata` has the cites, each with the id of its source; `data` has the sources, in
Paperpile's own JSON, compressed and in base64.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping, Sequence

from loccit._startup.regex import regex
from loccit.essays.live_citations.broken_code import BrokenCode
from loccit.essays.live_citations.json_code import json_of_text
from loccit.essays.live_citations.live_citation import (
    FieldCode,
    Kind,
    LiveCitation,
    LiveCite,
    Record,
)
from loccit.essays.live_citations.packed import from_base64, inflated, utf8
from loccit.essays.live_citations.records import record_of_name, record_of_source
from loccit.essays.live_citations.values import mapping_at, mappings_at, text_at
from loccit.model import Name, Value
from loccit.values.dates import read_year

_BEGINNING = regex(r"\s*ADDIN\s+paperpile_(citation|bibliography)\b", re.IGNORECASE)
_KINDS: Mapping[str, Kind] = {"citation": "citation", "bibliography": "list"}
#: What an element without text means: `<no_author/>` stands beside all cites.
_FALSE = ("", "0", "false")
_TYPES = {
    "PP_ARTICLE": "article-journal",
    "PP_BOOK": "book",
    "PP_EDITEDBOOK": "book",
    "PP_BOOK_SECTION": "chapter",
    "PP_BOOK_CHAPTER": "chapter",
    "PP_CONFERENCE": "paper-conference",
    "PP_CONFERENCE_PAPER": "paper-conference",
    "PP_MAGAZINE_ARTICLE": "article-magazine",
    "PP_NEWSPAPER_ARTICLE": "article-newspaper",
    "PP_PATENT": "patent",
    "PP_PREPRINT": "article",
    "PP_REPORT": "report",
    "PP_THESIS": "thesis",
    "PP_WEB_PAGE": "webpage",
    "PP_WEBPAGE": "webpage",
    "PP_WEBSITE": "webpage",
}
#: Members of a source that are a variable of CSL, the better one first.
_VARIABLES = (
    ("title", "title"),
    ("journalfull", "container-title"),
    ("journal", "container-title"),
    ("booktitle", "container-title"),
    ("volume", "volume"),
    ("issue", "issue"),
    ("pages", "page"),
    ("publisher", "publisher"),
    ("address", "publisher-place"),
    ("school", "publisher"),
    ("institution", "publisher"),
    ("edition", "edition"),
    ("series", "collection-title"),
    ("doi", "DOI"),
    ("isbn", "ISBN"),
    ("issn", "ISSN"),
    ("pmid", "PMID"),
    ("pmc", "PMCID"),
    ("language", "language"),
    ("abstract", "abstract"),
)


def what_is(code: FieldCode) -> Kind | None:
    found = _BEGINNING.match(code.text)
    return _KINDS[found[1].lower()] if found else None


def read(code: FieldCode) -> LiveCitation:
    sources = _sources(code.text)
    parts = _parts(code.text)
    if not parts:
        raise BrokenCode("Its code names no source.")
    cites = [_cite(part, _source(part, n, sources)) for n, part in enumerate(parts)]
    return LiveCitation("paperpile", tuple(cites))


def _parts(text: str) -> list[str]:
    """Return what is in each element `citation`."""
    pieces = text.split("<citation>")[1:]
    return [
        part
        for part, end, _ in (each.partition("</citation>") for each in pieces)
        if end
    ]


def _sources(text: str) -> list[Mapping[str, object]]:
    """Return the data of the sources."""
    packed = _text(text, "data")
    if not packed:
        return []
    data = json_of_text(utf8(inflated(from_base64(packed))))
    items = data if isinstance(data, list) else [data]
    return [item for item in items if isinstance(item, Mapping)]


def _source(part: str, number: int, sources: Sequence[Mapping[str, object]]) -> Record:
    """Return the record of a cite: of the source with its id, or in its place."""
    id_ = _text(part, "id")
    with_id = [source for source in sources if text_at(source, "_id") == id_]
    for source in with_id or sources[number : number + 1]:
        return _record(id_, source)
    return record_of_name(id_)


def _cite(part: str, record: Record) -> LiveCite:
    locator = _text(part, "locator") or _text(part, "pages")
    hides_author = _text(part, "no_author") not in _FALSE
    return LiveCite(
        record,
        "suppress-author" if hides_author else "parenthetical",
        locator,
        (_text(part, "locator_label") or "page") if locator else "",
        _text(part, "prefix"),
        _text(part, "suffix"),
    )


def _text(xml: str, name: str) -> str:
    """Return the text of the first element with that name."""
    _, opened, rest = xml.partition(f"<{name}>")
    text, closed, _ = rest.partition(f"</{name}>")
    return html.unescape(text) if opened and closed else ""


def _record(id_: str, source: Mapping[str, object]) -> Record:
    variables: dict[str, Value | None] = {}
    for name, variable in _VARIABLES:
        variables[variable] = variables.get(variable) or text_at(source, name)
    for name in ("author", "editor", "translator"):
        variables[name] = tuple(map(_name, mappings_at(source, name)))
    variables["issued"] = _date(mapping_at(source, "published"))
    variables["citation-key"] = text_at(source, "citekey")
    variables["URL"] = _address(source)
    type_ = _TYPES.get(text_at(source, "pubtype"), "document")
    return record_of_source(id_, type_, variables)


def _name(person: Mapping[str, object]) -> Name:
    if group := text_at(person, "collective"):
        return Name(literal=group)
    family = text_at(person, "last")
    if not family:
        return Name(literal=text_at(person, "formatted"))
    return Name(family, text_at(person, "first", "initials"))


def _date(published: Mapping[str, object]) -> Value | None:
    year, month = text_at(published, "year"), text_at(published, "month")
    return read_year(year, month, text_at(published, "day")) if year else None


def _address(source: Mapping[str, object]) -> str:
    """Return the address; Paperpile has a list of them."""
    found = source.get("url")
    first = found[0] if isinstance(found, list) and found else found
    return first if isinstance(first, str) else ""
