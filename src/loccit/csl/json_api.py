"""CSL-JSON in, HTML out: the processor for programs that speak JSON, and for the CSL test suite."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from loccit.csl.context import Position
from loccit.csl.markup import parse_tags
from loccit.csl.parse import parse_style
from loccit.csl.position import Placing
from loccit.csl.processor import Job
from loccit.model import Citation, Cite, CiteMode, Locator
from loccit.model.csl_json import source_from_csl_json
from loccit.output.html import render

_MODES: dict[str, CiteMode] = {
    "composite": "narrative",
    "author-only": "author-only",
    "suppress-author": "suppress-author",
}
_POSITIONS: tuple[Position, ...] = ("first", "subsequent", "ibid", "ibid-with-locator")


def render_json(request: Mapping[str, Any]) -> dict[str, Any]:
    """Citations and bibliography as HTML, for CSL-JSON items.

    Args:
        request: `style` (CSL as text), `references` (items, all of them listed), `citations` (each with
            `citationItems` and `properties`), and perhaps `lang`, `abbreviations`, `sort-bibliography`.  A cite's own
            `position` (0 first, 1 subsequent, 2 ibid, 3 ibid with locator), `near-note` and
            `first-reference-note-number` go before what would be worked out.

    Returns:
        `citations`, `bibliography` (pairs of id and HTML), `bibliography-options`, `problems`.

    Raises:
        InvalidStyle: the style is none.
    """
    style = parse_style(request["style"].encode(), "style")
    sources = {source.key: source for source in map(source_from_csl_json, request["references"])}
    job = Job(
        style,
        sources,
        locale=request.get("lang"),
        abbreviations=_abbreviations(request.get("abbreviations")),
        sort_bibliography=request.get("sort-bibliography", True),
    )
    clusters: Sequence[Mapping[str, Any]] = request.get("citations", ())
    job.cite([_citation(cluster) for cluster in clusters], sources, _fixed_placings(clusters))
    processed = job.finish()
    options = processed.options
    return {
        "citations": [render(text) for text in processed.citations],
        "bibliography": [[entry.key, render(entry.text)] for entry in processed.bibliography],
        "bibliography-options": {
            "hanging-indent": options.hanging_indent,
            "entry-spacing": options.entry_spacing,
            "line-spacing": options.line_spacing,
            "second-field-align": options.second_field_align,
            "max-offset": options.max_offset,
        },
        "problems": [str(problem) for problem in processed.problems],
    }


def _citation(cluster: Mapping[str, Any]) -> Citation:
    properties = cluster.get("properties") or {}
    return Citation(
        tuple(_cite(item) for item in cluster["citationItems"]),
        mode=_MODES.get(properties.get("mode", ""), "parenthetical"),
        note=properties.get("noteIndex") or 0,
    )


def _cite(item: Mapping[str, Any]) -> Cite:
    locator = str(item.get("locator") or "")
    mode: CiteMode = "parenthetical"
    if item.get("suppress-author"):
        mode = "suppress-author"
    elif item.get("author-only"):
        mode = "author-only"
    return Cite(
        str(item["id"]),
        mode,
        parse_tags(str(item.get("prefix") or "")),
        parse_tags(str(item.get("suffix") or "")),
        Locator(str(item.get("label") or "page").replace(" ", "-"), locator) if locator.strip() else None,
    )


def _fixed_placings(clusters: Sequence[Mapping[str, Any]]) -> dict[tuple[int, int], Placing]:
    return {
        (number, index): Placing(
            _POSITIONS[int(item["position"])],
            bool(item.get("near-note")),
            int(item.get("first-reference-note-number") or 0),
        )
        for number, cluster in enumerate(clusters)
        for index, item in enumerate(cluster["citationItems"])
        if "position" in item
    }


def _abbreviations(lists: Mapping[str, Any] | None) -> dict[str, dict[str, str]]:
    """Variable to long form to short form; the lists of all jurisdictions are one."""
    merged: dict[str, dict[str, str]] = {}
    for jurisdiction in (lists or {}).values():
        for variable, entries in jurisdiction.items():
            merged.setdefault(variable, {}).update(entries)
    return merged
