"""Prepare the text of a paper for ODT, in which a div with a name is a section, which
programs show as one; a name is enough for links.
"""

from __future__ import annotations

from loccit.export.paper.nodes import attributes, replaced
from loccit.export.paper.pandoc import Node

_PARAGRAPHS = frozenset(["Para", "Plain"])


def prepared(blocks: list[Node]) -> list[Node]:
    """Return a text in which the names of divs are those of their first words."""
    made: list[Node] = replaced(blocks, _prepare)
    return made


def _prepare(node: Node) -> list[Node] | None:
    if node["t"] != "Div" or not node["c"][0][0]:
        return None
    (identifier, classes, pairs), inner = node["c"]
    named = _with_anchor(inner, identifier)
    return [{"t": "Div", "c": [["", classes, pairs], named]}]


def _with_anchor(blocks: list[Node], identifier: str) -> list[Node]:
    """Put a name before the first words of blocks, in whatever divs these are."""
    if not blocks:
        return blocks
    first, *others = blocks
    if first["t"] == "Div":
        named, inner = first["c"]
        return [{"t": "Div", "c": [named, _with_anchor(inner, identifier)]}, *others]
    if first["t"] not in _PARAGRAPHS:
        return blocks
    anchor = {"t": "Span", "c": [attributes(identifier), []]}
    return [{"t": first["t"], "c": [anchor, *first["c"]]}, *others]
