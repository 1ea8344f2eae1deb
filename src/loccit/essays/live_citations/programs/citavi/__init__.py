"""Citavi: `ADDIN CitaviPlaceholder{...}`, JSON of .NET in base64.

Before Citavi 5 the code was `ADDIN CITAVI.PLACEHOLDER`, an id, and XML in base64 with the
same names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from loccit._startup.regex import regex
from loccit.essays.live_citations.broken_code import BrokenCode
from loccit.essays.live_citations.json_code import json_of_code, json_of_text
from loccit.essays.live_citations.live_citation import (
    FieldCode,
    Kind,
    LiveCitation,
    LiveCite,
)
from loccit.essays.live_citations.packed import from_base64, to_base64, utf8
from loccit.essays.live_citations.programs.citavi.objects import Objects, objects_of_xml
from loccit.essays.live_citations.programs.citavi.sources import pages_of, record_of
from loccit.essays.live_citations.values import text_at
from loccit.model import RichText
from loccit.model.citation import CiteMode

_CITATION = regex(r"\s*ADDIN\s+CitaviPlaceholder\s*\{(?P<data>[^}]*)", re.IGNORECASE)
_OLD = regex(
    r"\s*ADDIN\s+CITAVI[. ]PLACEHOLDER\s+\S+\s+(?P<data>[^\\]*)", re.IGNORECASE
)
_LIST = regex(r"\s*ADDIN\s+CITAVI[. ]?BIBLIOGRAPHY\b", re.IGNORECASE)
#: What a page range counts (`NumberingType`), if not pages.
_LABELS = {1: "column", 2: "paragraph", 3: "paragraph"}
_OPTIONS: Mapping[str, CiteMode] = {
    "FormatOption1": "narrative",
    "PersonOnly": "author-only",
    "YearOnly": "suppress-author",
}
#: Options that loccit has nothing for.
_KEPT = {
    "BibliographyEntry": "Citavi prints its entry of the list there, which loccit can't.",
    "FormatOption2": "It uses an option of its style in Citavi, which loccit has not.",
    "NoPar": "Citavi prints it without parentheses, which loccit can't.",
}


def what_is(code: FieldCode) -> Kind | None:
    if _LIST.match(code.text):
        return "list"
    is_citation = _CITATION.match(code.text) or _OLD.match(code.text)
    return "citation" if is_citation else None


def read(code: FieldCode) -> LiveCitation:
    objects = _objects(code.text)
    entries = objects.all(objects.root, "Entries")
    if not entries:
        raise BrokenCode("Its code names no source.")
    cites = tuple(_cite(entry, objects) for entry in entries)
    printed = text_at(objects.root, "Text") or None
    kept = (
        why for entry in entries for name, why in _KEPT.items() if _is_on(entry, name)
    )
    return LiveCitation("citavi", cites, printed, next(kept, ""))


def _objects(text: str) -> Objects:
    """Unpack the objects of a code.

    Raises:
        BrokenCode: the code is damaged.
    """
    if found := _CITATION.match(text):
        return Objects(json_of_text(utf8(from_base64(found["data"]))))
    old = _OLD.match(text)
    return objects_of_xml(utf8(from_base64(old["data"] if old else "")))


def _cite(entry: Mapping[str, object], objects: Objects) -> LiveCite:
    pages = pages_of(entry.get("PageRange"))
    return LiveCite(
        record_of(entry, objects),
        _mode(entry),
        pages,
        _label(entry.get("PageRange")) if pages else "",
        text_at(entry, "Prefix"),
        text_at(entry, "Suffix"),
    )


def _label(range_: object) -> str:
    number = range_.get("NumberingType") if isinstance(range_, Mapping) else None
    return _LABELS.get(number, "page") if isinstance(number, int) else "page"


def _mode(entry: Mapping[str, object]) -> CiteMode:
    modes = (mode for name, mode in _OPTIONS.items() if _is_on(entry, name))
    return next(modes, "parenthetical")


def _is_on(entry: Mapping[str, object], option: str) -> bool:
    """Return whether an option is on; XML has the word `true`."""
    return entry.get(option) in (True, "true")


def with_printed(code: FieldCode, text: RichText) -> FieldCode:
    """Return the code with another printed text; that of Citavi 4 stays as it is."""
    found = _CITATION.match(code.text)
    if found is None:
        return code
    objects = json_of_code(utf8(from_base64(found["data"])))
    packed = to_base64(objects.with_texts({("Text",): text.plain}).encode())
    start, end = found.span("data")
    return code._replace(text=f"{code.text[:start]}{packed}{code.text[end:]}")
