"""Rules of CSL, each in the smallest style that shows it; the cases are in
test_layouts.txt.
"""

from __future__ import annotations

from typing import Any

import yaml

from loccit.csl import render_json
from tests.cases import Case

Json = dict[str, Any]

NAMESPACE = 'xmlns="http://purl.org/net/xbiblio/csl"'
STYLE = '<style class="in-text" version="1.0">%s</style>'
CITATION = "<citation><layout>%s</layout></citation>"
NAMES = ("author", "editor", "translator", "director")


def test_layouts(case: Case) -> None:
    layout, _, sources = case.given.partition("\n\n")
    style = complete(layout)
    items = [item(number, line) for number, line in enumerate(sources.splitlines())]
    assert "\n".join(printed(style, items)) == case.expected


def complete(layout: str) -> str:
    """A whole style around a layout, around cs:macro and cs:citation, or as it is."""
    if not layout.startswith(("<style", "<locale", "<macro", "<citation")):
        layout = CITATION % layout
    if not layout.startswith("<style"):
        layout = STYLE % layout
    return layout.replace("<style ", f"<style {NAMESPACE} ", 1)


def item(number: int, line: str) -> Json:
    """The CSL-JSON of a source in one line of YAML."""
    source: Json = {"id": str(number), "type": "book", **yaml.safe_load(line)}
    for variable in NAMES:
        if variable in source:
            source[variable] = [name(each) for each in source[variable].split("; ")]
    if isinstance(source.get("issued"), int):
        source["issued"] = {"date-parts": [[source["issued"]]]}
    return source


def date(value: int | str) -> Json:
    """A year, or a date in words."""
    return {"literal": value} if isinstance(value, str) else {"date-parts": [[value]]}


def name(text: str) -> Json:
    """A family name and given names with a comma between, or a group after `=`."""
    if text.startswith("="):
        return {"literal": text[1:]}
    family, _, given = text.partition(", ")
    parts = {"family": family, "given": given}
    return {part: value for part, value in parts.items() if value}


def printed(style: str, items: list[Json]) -> list[str]:
    """The entries of the bibliography, else a citation of each source."""
    has_bibliography = "<bibliography" in style
    cites = [{"citationItems": [{"id": each["id"]}]} for each in items]
    request = {
        "style": style,
        "references": items,
        "citations": [] if has_bibliography else cites,
    }
    answer = render_json(request)
    if has_bibliography:
        return [entry for _, entry in answer["bibliography"]]
    return [str(citation) for citation in answer["citations"]]
