"""The items of a citation in CSL's JSON (csl-citation.json of CSL's schema), which Zotero
and Mendeley write.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from loccit.essays.live_citations.broken_code import BrokenCode
from loccit.essays.live_citations.live_citation import LiveCite
from loccit.essays.live_citations.records import record_of_item
from loccit.essays.live_citations.values import mapping_at, text_at
from loccit.model.citation import CiteMode
from loccit.model.csl_json import whole_text

#: Labels that Zotero 2.1 wrote as numbers (`integration.js`).
_NUMBERED_LABELS = (
    *("page", "book", "chapter", "column", "figure", "folio", "issue", "line"),
    *("note", "opus", "paragraph", "part", "section", "sub-verbo", "volume", "verse"),
)
#: Mendeley's note in 2011 where there is none.
_NO_NOTE = "<m:note/>"
_MODES: Mapping[str, CiteMode] = MappingProxyType(
    {
        "composite": "narrative",
        "author-only": "author-only",
        "suppress-author": "suppress-author",
        "suppressAuthor": "suppress-author",  # Zotero 2.0
    }
)


def cites_of(citation: Mapping[str, object]) -> tuple[LiveCite, ...]:
    """Return the cites of a citation.

    Raises:
        BrokenCode: it has no items, or one that is not an object.
    """
    items = citation.get("citationItems")
    if isinstance(items, Mapping):
        items = list(items.values())
    if not isinstance(items, list) or not items:
        raise BrokenCode("Its code names no source.")
    return tuple(map(_cite, items))


def _cite(item: object) -> LiveCite:
    if not isinstance(item, Mapping):
        raise BrokenCode("Its code is damaged: one of its sources is not whole.")
    locator = text_at(item, "locator")
    data = mapping_at(item, "itemData") or mapping_at(item, "item")
    said = {name: value for name, value in data.items() if value != _NO_NOTE}
    return LiveCite(
        record_of_item(said, tuple(_uris(item))),
        _mode(item),
        locator,
        _label(item) if locator else "",
        text_at(item, "prefix"),
        text_at(item, "suffix"),
    )


def _uris(item: Mapping[str, object]) -> Iterator[str]:
    """Yield the addresses; Zotero 2 named them `uri`, and put each in a list."""
    found = item.get("uris") or item.get("uri") or item.get("URIs") or ()
    for each in found if isinstance(found, list) else [found]:
        uri = each[0] if isinstance(each, list) and each else each
        if isinstance(uri, str) and uri:
            yield whole_text(uri)


def _label(item: Mapping[str, object]) -> str:
    label = text_at(item, "label", "locatorType").lower()
    if label == "sub verbo":  # its name before CSL 1.0.2
        return "sub-verbo"
    if label.isdecimal() and int(label) < len(_NUMBERED_LABELS):
        return _NUMBERED_LABELS[int(label)]
    return label or "page"


def _mode(item: Mapping[str, object]) -> CiteMode:
    return next(
        (mode for name, mode in _MODES.items() if item.get(name)), "parenthetical"
    )
