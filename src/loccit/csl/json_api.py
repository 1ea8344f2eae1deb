"""CSL-JSON in, formatted text out: the processor for programs that speak JSON, and for
the CSL test suite.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from loccit.csl.citations.position import Placing
from loccit.csl.elements.context import Position
from loccit.csl.json_request import Part
from loccit.csl.processed import Processed
from loccit.csl.processor import Job
from loccit.csl.styles.parse import load_style, parse_style
from loccit.csl.styles.style import Style
from loccit.csl.text.markup import parse_tags
from loccit.errors import InvalidRequest
from loccit.model import Citation, Cite, CiteMode, Locator, Problem, Source
from loccit.model.csl_json import source_from_csl_json
from loccit.output import Output, load_output, output_names

_MODES: dict[str, CiteMode] = {
    "parenthetical": "parenthetical",
    "composite": "narrative",
    "author-only": "author-only",
    "suppress-author": "suppress-author",
}
_POSITIONS: tuple[Position, ...] = ("first", "subsequent", "ibid", "ibid-with-locator")


def render_json(request: Mapping[str, Any]) -> dict[str, Any]:
    """Citations and bibliography as HTML, or in another markup, for CSL-JSON items.

    Args:
        request: `style` (an id, or CSL as text), `references` (items, all of them
            listed), `citations` (each with `citationItems` and `properties`), and
            perhaps `format`, `lang`, `abbreviations`, `sort-bibliography`;
            docs/csl-json.md has every field.

    Returns:
        `citations`, `bibliography` (pairs of id and text), `bibliography-options`,
            `problems`.

    Raises:
        InvalidRequest: the request is not of that shape; the message says where.
        UnknownStyle, InvalidStyle: the style can't be had.
    """
    part = Part(request)
    output = load_output(output_names()[part["format"].one_of(output_names(), "html")])
    style = _style(part["style"].required())
    sources = _sources(part["references"])
    job = Job(
        style,
        sources,
        locale=part["lang"].text() or None,
        abbreviations=_abbreviations(part["abbreviations"]),
        sort_bibliography=part["sort-bibliography"].truth(default=True),
    )
    clusters = part["citations"].items()
    job.cite(
        [_citation(cluster, sources) for cluster in clusters],
        sources,
        _fixed_placings(clusters),
    )
    return _answer(job.finish(), output)


def _style(style: str) -> Style:
    """The style that CSL describes, or of an id or an address; never a file, whose path
    a stranger might choose.
    """
    if style.lstrip("\ufeff \t\r\n").startswith("<"):
        return parse_style(style.encode(), "style")
    return load_style(style.removesuffix(".csl"))


def _sources(references: Part) -> dict[str, Source]:
    sources = {}
    for item in references.items():
        key = item["id"].required()
        sources[key] = source_from_csl_json({**item.fields(), "id": key})
    return sources


def _answer(processed: Processed, output: Output) -> dict[str, Any]:
    options = processed.options
    return {
        "citations": [output.render(text) for text in processed.citations],
        "bibliography": [
            [entry.key, output.render(entry.text)] for entry in processed.bibliography
        ],
        "bibliography-options": {
            "hanging-indent": options.hanging_indent,
            "entry-spacing": options.entry_spacing,
            "line-spacing": options.line_spacing,
            "second-field-align": options.second_field_align,
            "max-offset": options.max_offset,
        },
        "problems": [_problem(problem) for problem in processed.problems],
    }


def _problem(problem: Problem) -> dict[str, str]:
    message = f"{problem.message} {problem.advice}".strip()
    return {"rule": problem.rule, "severity": problem.severity, "message": message}


def _citation(cluster: Part, sources: Mapping[str, Source]) -> Citation:
    properties = cluster["properties"]
    items = cluster["citationItems"].items()
    return Citation(
        tuple(_cite(item, sources) for item in items),
        mode=_MODES[properties["mode"].one_of(_MODES, "parenthetical")],
        note=properties["noteIndex"].number(),
    )


def _cite(item: Part, sources: Mapping[str, Source]) -> Cite:
    key = item["id"].required()
    if key not in sources:
        raise InvalidRequest(f"`{item['id'].path}`: no reference has the id `{key}`.")
    mode: CiteMode = "parenthetical"
    if item["suppress-author"].truth():
        mode = "suppress-author"
    elif item["author-only"].truth():
        mode = "author-only"
    label, locator = item["label"].text() or "page", item["locator"].text()
    return Cite(
        key,
        mode,
        parse_tags(item["prefix"].text()),
        parse_tags(item["suffix"].text()),
        Locator(label.replace(" ", "-"), locator) if locator.strip() else None,
    )


def _fixed_placings(clusters: Sequence[Part]) -> dict[tuple[int, int], Placing]:
    return {
        (number, index): Placing(
            _POSITIONS[item["position"].number(len(_POSITIONS))],
            item["near-note"].truth(),
            item["first-reference-note-number"].number(),
        )
        for number, cluster in enumerate(clusters)
        for index, item in enumerate(cluster["citationItems"].items())
        if item["position"]
    }


def _abbreviations(lists: Part) -> dict[str, dict[str, str]]:
    """Variable to long form to short form; the lists of all jurisdictions are one."""
    merged: dict[str, dict[str, str]] = {}
    for _, jurisdiction in lists.parts():
        for variable, entries in jurisdiction.parts():
            merged.setdefault(variable, {}).update(
                {long: short.text() for long, short in entries.parts()}
            )
    return merged
