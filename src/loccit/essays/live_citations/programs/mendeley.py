"""Mendeley: fields and marks of Mendeley Desktop, content controls of Mendeley Cite.

- Desktop: `ADDIN CSL_CITATION {...}` with an object `mendeley`; in LibreOffice with ` RND`
  at the end, in 2011 also with `Mendeley Citation{guid};{guid}` before it.
- Cite, version 3: the tag `MENDELEY_CITATION_v3_` and JSON in base64.

Desktop's ids (`ITEM-1`) start again in each citation, so they identify nothing.
"""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.regex import regex
from loccit.essays.live_citations.csl_items import cites_of
from loccit.essays.live_citations.json_code import json_of_code, with_small_names
from loccit.essays.live_citations.live_citation import FieldCode, Kind, LiveCitation
from loccit.essays.live_citations.packed import from_base64, utf8
from loccit.essays.live_citations.values import mapping_at, text_at

_CITATION = regex(r"\s*(?:ADDIN\s+)?(?:Mendeley\s+Citation\S*\s+)?CSL_CITATION\b")
_TAG = "MENDELEY_CITATION_"
_LIST = regex(r"\s*(?:(?:ADDIN\s+)?Mendeley\s+Bibliography\b|MENDELEY_BIBLIOGRAPHY)")
#: The version of a tag, and what is packed in it.
_TAG_DATA = regex(r"MENDELEY_CITATION_v\d+_(.*)")


def what_is(code: FieldCode) -> Kind | None:
    if _LIST.match(code.text):
        return "list"
    is_citation = code.text.startswith(_TAG) or _CITATION.match(code.text)
    return "citation" if is_citation else None


def read(code: FieldCode) -> LiveCitation:
    if code.text.startswith(_TAG):
        return _of_cite(code.text)
    return _of_desktop(with_small_names(json_of_code(_data(code.text))))


def _data(text: str) -> str:
    """Return the code from `CSL_CITATION` on: there are braces before it, too."""
    return text[text.index("CSL_CITATION") :]


def _of_desktop(citation: Mapping[str, object]) -> LiveCitation:
    own = mapping_at(citation, "mendeley")
    properties = mapping_at(citation, "properties")
    printed = text_at(own, "plainTextFormattedCitation", "formattedCitation")
    kept = text_at(own, "manualFormatting")
    return LiveCitation(
        "mendeley",
        cites_of(citation),
        printed or text_at(properties, "plainCitation", "formattedCitation") or None,
        "Its text was edited by hand in Mendeley." if kept else "",
    )


def _of_cite(tag: str) -> LiveCitation:
    found = _TAG_DATA.match(tag)
    citation = json_of_code(utf8(from_base64(found[1] if found else ""))).value
    override = mapping_at(citation, "manualOverride")
    kept = override.get("isManuallyOverridden")
    return LiveCitation(
        "mendeley",
        cites_of(citation),
        text_at(override, "citeprocText") or None,
        "Its text was edited by hand in Mendeley Cite." if kept else "",
    )
