"""Mendeley: fields and marks of Mendeley Desktop, content controls of Mendeley Cite.

- Desktop: `ADDIN CSL_CITATION {...}` with an object `mendeley`; in LibreOffice with ` RND`
  at the end, in 2011 also with `Mendeley Citation{guid};{guid}` before it.
- Cite, version 3: the tag `MENDELEY_CITATION_v3_` and JSON in base64.

Desktop's ids (`ITEM-1`) start again in each citation, so they identify nothing.
"""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

from loccit._startup.regex import regex
from loccit.essays.live_citations.broken_code import BrokenCode
from loccit.essays.live_citations.csl_items import cites_of
from loccit.essays.live_citations.json_code import (
    JsonCode,
    json_of_code,
    with_small_names,
)
from loccit.essays.live_citations.live_citation import FieldCode, Kind, LiveCitation
from loccit.essays.live_citations.packed import from_base64, to_base64, utf8
from loccit.essays.live_citations.tags import with_tags, without_tags
from loccit.essays.live_citations.values import mapping_at, text_at
from loccit.model import RichText

_CITATION = regex(r"\s*(?:ADDIN\s+)?(?:Mendeley\s+Citation\S*\s+)?CSL_CITATION\b")
_TAG = "MENDELEY_CITATION_"
_LIST = regex(r"\s*(?:(?:ADDIN\s+)?Mendeley\s+Bibliography\b|MENDELEY_BIBLIOGRAPHY)")
_TAG_PARTS = regex(r"(?P<name>MENDELEY_CITATION_v\d+_)(?P<packed>.*)", re.DOTALL)
#: Where a tag has the printed text, with tags and entities of HTML.
_CITE_TEXT = ("manualOverride", "citeprocText")


def what_is(code: FieldCode) -> Kind | None:
    if _LIST.match(code.text):
        return "list"
    is_citation = code.text.startswith(_TAG) or _CITATION.match(code.text)
    return "citation" if is_citation else None


def read(code: FieldCode) -> LiveCitation:
    if code.text.startswith(_TAG):
        return _of_cite(code.text)
    return _of_desktop(with_small_names(_desktop_code(code.text)))


def with_printed(code: FieldCode, text: RichText) -> FieldCode:
    """Return the code with another printed text."""
    if not code.text.startswith(_TAG):
        return code._replace(text=_desktop_code(code.text).with_texts(_desktop(text)))
    prefix, packed = _parts(code.text)
    printed = html.escape(with_tags(text), quote=False)
    changed = _json_of_tag(packed).with_texts({_CITE_TEXT: printed})
    return code._replace(text=prefix + to_base64(changed.encode()))


def _desktop_code(text: str) -> JsonCode:
    """Return the JSON after `CSL_CITATION`: there are braces before it, too."""
    return json_of_code(text, text.index("CSL_CITATION"))


def _desktop(text: RichText) -> dict[tuple[str, ...], str]:
    """Return the texts that Desktop compares with the document."""
    return {
        ("mendeley", "formattedCitation"): with_tags(text),
        ("mendeley", "plainTextFormattedCitation"): text.plain,
        ("mendeley", "previouslyFormattedCitation"): with_tags(text),
    }


def _of_desktop(citation: Mapping[str, object]) -> LiveCitation:
    own = mapping_at(citation, "mendeley")
    properties = mapping_at(citation, "properties")
    formatted = text_at(own, "formattedCitation")
    printed = text_at(own, "plainTextFormattedCitation") or without_tags(formatted)
    kept = text_at(own, "manualFormatting")
    return LiveCitation(
        "mendeley",
        cites_of(citation),
        printed or text_at(properties, "plainCitation", "formattedCitation") or None,
        "Its text was edited by hand in Mendeley." if kept else "",
    )


def _parts(tag: str) -> tuple[str, str]:
    """Return a tag's name with its version, and what is packed after it.

    Raises:
        BrokenCode: it has neither.
    """
    found = _TAG_PARTS.fullmatch(tag)
    if found is None:
        raise BrokenCode("Its code has no data.")
    return found["name"], found["packed"]


def _json_of_tag(packed: str) -> JsonCode:
    return json_of_code(utf8(from_base64(packed)))


def _of_cite(tag: str) -> LiveCitation:
    _, packed = _parts(tag)
    citation = _json_of_tag(packed).value
    override = mapping_at(citation, "manualOverride")
    kept = override.get("isManuallyOverridden")
    return LiveCitation(
        "mendeley",
        cites_of(citation),
        without_tags(html.unescape(text_at(override, "citeprocText"))) or None,
        "Its text was edited by hand in Mendeley Cite." if kept else "",
    )
