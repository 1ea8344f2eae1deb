"""Zotero: fields of Word, marks of LibreOffice, and JabRef's marks in Zotero's form.

`ADDIN ZOTERO_ITEM CSL_CITATION {...}`; in LibreOffice without `ADDIN`, and with ` RND`
and random characters at the end.  The repairs are those of `integration.js`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loccit._startup.regex import regex
from loccit.essays.live_citations.broken_code import BrokenCode
from loccit.essays.live_citations.csl_items import cites_of
from loccit.essays.live_citations.json_code import (
    json_of_code,
    with_small_names,
)
from loccit.essays.live_citations.live_citation import (
    FieldCode,
    Kind,
    LiveCitation,
    LiveCite,
    Record,
)
from loccit.essays.live_citations.programs.zotero.own import (
    OwnMarks,
    own_marks,
    with_marks,
)
from loccit.essays.live_citations.programs.zotero.rtf import plain_text, written
from loccit.essays.live_citations.values import mapping_at, text_at
from loccit.model import RichText

_BEGINNING = regex(
    r"\s*(?:ADDIN\s+)?ZOTERO_(ITEM|CITATION|BIBL|TEMP)\b\s*(?:CSL_CITATION)?"
)
_KINDS: Mapping[str, Kind] = {
    "ITEM": "citation",
    "CITATION": "citation",
    "BIBL": "list",
    "TEMP": "leftover",  # a citation that somebody began to write
}
#: Before version 1.0: the numbers of items, and a place in each: `12|13_p3|l4_`.
_OLD = regex(r"\s*(?P<items>\d+(?:\|\d+)*)_(?:(?P<locators>[^_]*)_)?")
_OLD_LABELS = {"p": "page", "g": "paragraph", "l": "line"}


def what_is(code: FieldCode) -> Kind | None:
    found = _BEGINNING.match(code.text)
    return _KINDS[found[1]] if found else None


def read(code: FieldCode) -> LiveCitation:
    found = _BEGINNING.match(code.text)
    if found and (old := _OLD.match(code.text, found.end())):
        return LiveCitation("zotero", tuple(_old_cites(old["items"], old["locators"])))
    citation = with_small_names(json_of_code(code.text))
    cites, kept = cites_of(citation), _kept(citation)
    if marks := _own_marks(citation):
        cites = with_marks(cites, marks)
    return LiveCitation("zotero", cites, _printed(citation), kept)


def with_printed(code: FieldCode, text: RichText) -> FieldCode:
    """Return the code with another printed text; if the text is the user's own, in
    `custom`, that stays.
    """
    found = json_of_code(code.text)
    texts: dict[tuple[str, ...], str] = {
        ("properties", "formattedCitation"): written(text),
        ("properties", "plainCitation"): text.plain,
    }
    if marks := _own_marks(found.value):
        texts["properties", "custom"] = text.plain
        texts[("citationID",)] = marks.id_with(text.plain)
    return code._replace(text=found.with_texts(texts))


def _printed(citation: Mapping[str, object]) -> str | None:
    properties = mapping_at(citation, "properties")
    formatted = text_at(properties, "formattedCitation")
    return text_at(properties, "plainCitation") or plain_text(formatted) or None


def _kept(citation: Mapping[str, object]) -> str:
    properties = mapping_at(citation, "properties")
    if properties.get("dontUpdate"):
        return "Its text was edited by hand, and Zotero was told to keep it."
    if _custom(citation) and not _own_marks(citation):
        return "Its text was edited by hand in Zotero."
    return ""


def _own_marks(citation: Mapping[str, object]) -> OwnMarks | None:
    return own_marks(text_at(citation, "citationID"), _custom(citation))


def _custom(citation: Mapping[str, object]) -> str:
    """Return the text of its own; Zotero 2.0 had it beside the properties."""
    properties = mapping_at(citation, "properties")
    return text_at(properties, "custom") or text_at(citation, "custom")


def _old_cites(items: str, locators: str | None) -> Iterator[LiveCite]:
    """Read a code of before Zotero 1.0; the document has no data of its sources."""
    places = locators.split("|") if locators else []
    numbers = items.split("|")
    if len(places) not in (0, len(numbers)):
        raise BrokenCode(
            "Its code is damaged: it has more sources than places in them."
        )
    for index in range(len(numbers)):
        place = places[index] if places else ""
        label = _OLD_LABELS.get(place[:1], "")
        yield LiveCite(Record(""), locator=place[1:], label=label if place[1:] else "")
