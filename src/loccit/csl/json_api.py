"""The processor for programs that speak JSON, and for the CSL test suite.

CSL-JSON in, formatted text out.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from loccit.csl.citations.position import Placing
from loccit.csl.elements.context import Position
from loccit.csl.json_affixes import read_prefix, read_suffix
from loccit.csl.json_request import JsonValue
from loccit.csl.processed import Processed
from loccit.csl.processor import Document
from loccit.csl.styles.parse import load_style, parse_style
from loccit.csl.styles.style import Style
from loccit.errors import InvalidRequest
from loccit.model import (
    BibliographyOptions,
    Citation,
    Cite,
    CiteMode,
    Locator,
    Problem,
    Source,
)
from loccit.model.csl_json import source_from_csl_json
from loccit.output import Output, load_output, output_names

_MODES: dict[str, CiteMode] = {
    "parenthetical": "parenthetical",
    "composite": "narrative",
    "author-only": "author-only",
    "suppress-author": "suppress-author",
}
#: Positions by citeproc-js's numbers.
_POSITIONS: tuple[Position, ...] = ("first", "subsequent", "ibid", "ibid-with-locator")
#: Characters that may precede the root element of a style.
_BEFORE_XML = "\ufeff \t\r\n"


def render_json(request: Mapping[str, Any]) -> dict[str, Any]:
    """Set citations and a bibliography of CSL-JSON items as HTML, or in another markup.

    Args:
        request: `style` (an id, or CSL as text), `references` (items, all of them
            listed), `citations` (each with `citationItems` and `properties`), and
            optionally `format`, `lang`, `abbreviations`, `sort-bibliography`;
            docs/csl-json.md has every field.

    Returns:
        `citations`, `bibliography` (pairs of id and text), `bibliography-options`,
            `problems`.

    Raises:
        InvalidRequest: the request has another shape; the message says where.
        UnknownStyle: no installed style has that id.
        InvalidStyle: the style is not CSL.
    """
    value = JsonValue(request)
    formats = output_names()
    output = load_output(formats[value["format"].one_of(formats, "html")])
    sources = _sources(value["references"])
    document = Document(
        _style(value["style"].required_text()),
        sources,
        locale=value["lang"].text() or None,
        abbreviations=_abbreviations(value["abbreviations"]),
        sort_bibliography=value["sort-bibliography"].boolean(default=True),
    )
    clusters = value["citations"].items()
    citations = [_citation(cluster, sources) for cluster in clusters]
    document.cite(citations, sources, _placings(clusters))
    return _answer(document.finish(), output)


def _style(style: str) -> Style:
    """The style in a text, or of an id or an address.

    Never a file: a stranger may choose the path.
    """
    if style.lstrip(_BEFORE_XML).startswith("<"):
        return parse_style(style.encode(), "style")
    return load_style(style.removesuffix(".csl"))


def _sources(references: JsonValue) -> dict[str, Source]:
    sources: dict[str, Source] = {}
    for item in references.items():
        key = item["id"].required_text()
        sources[key] = source_from_csl_json({**item.fields(), "id": key})
    return sources


def _answer(processed: Processed, output: Output) -> dict[str, Any]:
    entries: list[list[str]] = []
    for entry in processed.bibliography:
        entries.append([entry.key, output.render(entry.text)])
    return {
        "citations": [output.render(text) for text in processed.citations],
        "bibliography": entries,
        "bibliography-options": _options(processed.options),
        "problems": [_problem(problem) for problem in processed.problems],
    }


def _options(options: BibliographyOptions) -> dict[str, Any]:
    return {
        "hanging-indent": options.hanging_indent,
        "entry-spacing": options.entry_spacing,
        "line-spacing": options.line_spacing,
        "second-field-align": options.second_field_align,
        "max-offset": options.max_offset,
    }


def _problem(problem: Problem) -> dict[str, str]:
    return {
        "rule": problem.rule,
        "severity": problem.severity,
        "message": f"{problem.message} {problem.advice}".strip(),
    }


def _citation(cluster: JsonValue, sources: Mapping[str, Source]) -> Citation:
    properties = cluster["properties"]
    mode = properties["mode"].one_of(_MODES, "parenthetical")
    items = cluster["citationItems"].items()
    return Citation(
        tuple([_cite(item, sources) for item in items]),
        mode=_MODES[mode],
        note=properties["noteIndex"].number(),
    )


def _cite(item: JsonValue, sources: Mapping[str, Source]) -> Cite:
    key = item["id"].required_text()
    if key not in sources:
        raise InvalidRequest(f"`{item['id'].path}`: no reference has the id `{key}`.")
    return Cite(
        key,
        _cite_mode(item),
        read_prefix(item["prefix"].text()),
        read_suffix(item["suffix"].text()),
        _locator(item),
    )


def _cite_mode(item: JsonValue) -> CiteMode:
    if item["suppress-author"].boolean():
        return "suppress-author"
    if item["author-only"].boolean():
        return "author-only"
    return "parenthetical"


def _locator(item: JsonValue) -> Locator | None:
    label = item["label"].text() or "page"
    value = item["locator"].text()
    return Locator(label.replace(" ", "-"), value) if value.strip() else None


def _placings(clusters: Sequence[JsonValue]) -> dict[tuple[int, int], Placing]:
    """The positions that the request itself gives, by citation and cite number."""
    placings: dict[tuple[int, int], Placing] = {}
    for number, cluster in enumerate(clusters):
        for index, item in enumerate(cluster["citationItems"].items()):
            if item["position"]:
                placings[number, index] = _placing(item)
    return placings


def _placing(item: JsonValue) -> Placing:
    position = item["position"].number(below=len(_POSITIONS))
    return Placing(
        _POSITIONS[position],
        item["near-note"].boolean(),
        item["first-reference-note-number"].number(),
    )


def _abbreviations(lists: JsonValue) -> dict[str, dict[str, str]]:
    """Short forms by variable and long form; those of all jurisdictions together."""
    merged: dict[str, dict[str, str]] = {}
    for _, jurisdiction in lists.members():
        for variable, entries in jurisdiction.members():
            known = merged.setdefault(variable, {})
            for long, short in entries.members():
                known[long] = short.text()
    return merged
