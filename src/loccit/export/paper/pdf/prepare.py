"""Prepare the text of a paper for what Typst does differently."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from loccit.export.paper.nodes import replaced
from loccit.export.paper.pandoc import Node

#: Where the attributes of a node are in its content.
_ATTRIBUTES = {"Header": 1, "Div": 0, "Span": 0}
#: Typst takes the only text in a block for a paragraph if a paragraph ends before it.
_BREAK: Node = {"t": "RawBlock", "c": ["typst", "#parbreak()"]}
#: Keeps a table from being centered (pandoc's manual, "Typst").
_NO_FIGURE = "typst:no-figure"


def prepared(blocks: list[Node]) -> list[Node]:
    """Return a text without links that lead nowhere, which Typst refuses, with tables at
    the left, and with paragraphs in its divs.
    """
    known = frozenset(_identifiers(blocks))

    def prepare(node: Node) -> list[Node] | None:
        if node["t"] == "Link":
            return _link(node, known)
        if node["t"] == "Table":
            (identifier, classes, pairs), *rest = node["c"]
            named = [identifier, [*classes, _NO_FIGURE], pairs]
            return [{"t": "Table", "c": [named, *rest]}]
        if node["t"] == "Div":
            named, inner = node["c"]
            return [{"t": "Div", "c": [named, [_BREAK, *inner]]}]
        return None

    made: list[Node] = replaced(blocks, prepare)
    return made


def _link(link: Node, known: Collection[str]) -> list[Node] | None:
    """Return the text of a link that leads nowhere; None of others."""
    _, text, (address, _) = link["c"]
    is_lost = address.startswith("#") and address[1:] not in known
    return list(text) if is_lost else None


def _identifiers(content: Any) -> Iterator[str]:
    if isinstance(content, dict):
        if content.get("t") in _ATTRIBUTES:
            yield content["c"][_ATTRIBUTES[content["t"]]][0]
        content = [*content.values()]
    if isinstance(content, list):
        for each in content:
            yield from _identifiers(each)
