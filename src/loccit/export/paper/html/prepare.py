"""Prepare the text of a paper for readers of every kind (DPUB-ARIA 1.1)."""

from __future__ import annotations

from loccit.export.paper.nodes import replaced
from loccit.export.paper.pandoc import Node

#: What the names of entries begin with.
_ENTRY = "#ref-"


def prepared(blocks: list[Node]) -> list[Node]:
    """Return a text whose links say that they lead to the reference list."""
    made: list[Node] = replaced(blocks, _prepare)
    return made


def _prepare(node: Node) -> list[Node] | None:
    if node["t"] != "Link":
        return None
    (identifier, classes, pairs), text, (address, title) = node["c"]
    if not address.startswith(_ENTRY):
        return None
    named = [identifier, classes, [*pairs, ["role", "doc-biblioref"]]]
    return [{"t": "Link", "c": [named, text, [address, title]]}]
