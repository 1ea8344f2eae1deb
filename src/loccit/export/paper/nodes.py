"""Nodes of pandoc's tree: made, read as plain text, and replaced."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from loccit.export.paper.pandoc import Node

#: Nodes that are a space, or the end of a line.
_SPACES = frozenset(["Space", "SoftBreak", "LineBreak"])
_QUOTES = {"SingleQuote": "‘’", "DoubleQuote": "“”"}


def words(text: str) -> list[Node]:
    """Write a text as inlines.

    >>> words("Table 1")
    [{'t': 'Str', 'c': 'Table'}, {'t': 'Space'}, {'t': 'Str', 'c': '1'}]
    """
    inlines: list[Node] = []
    for word in text.split():
        inlines += [{"t": "Space"}, {"t": "Str", "c": word}]
    return inlines[1:]


def para(inlines: list[Node]) -> Node:
    """Make a paragraph."""
    return {"t": "Para", "c": inlines}


def emphasized(inlines: list[Node]) -> Node:
    """Make a stretch of italics."""
    return {"t": "Emph", "c": inlines}


def attributes(
    identifier: str = "", classes: Iterable[str] = (), **values: str
) -> list[Any]:
    """Make the attributes of a node; `_` in a name is written `-`."""
    pairs = [[name.replace("_", "-"), value] for name, value in values.items()]
    return [identifier, list(classes), pairs]


def plain(content: object) -> str:
    """Return the text of nodes, without footnotes.

    >>> plain([{"t": "Emph", "c": words("New Jim")}, {"t": "Space"}, *words("Crow")])
    'New Jim Crow'
    """
    return "".join(_texts(content))


def _texts(content: object) -> Iterator[str]:
    if isinstance(content, list):
        for each in content:
            yield from _texts(each)
    elif isinstance(content, dict):
        yield from _texts_of(content)


def _texts_of(node: Node) -> Iterator[str]:
    kind = node["t"]
    content: Any = node.get("c")
    if kind in _SPACES:
        yield " "
    elif kind == "Str":
        yield content
    elif kind in ("Code", "Math"):
        yield content[1]
    elif kind == "Quoted":
        quotes = _QUOTES[content[0]["t"]]
        yield quotes[0]
        yield from _texts(content[1])
        yield quotes[1]
    elif kind not in ("Note", "RawInline", "RawBlock"):
        yield from _texts(content)


def replaced(content: Any, new: Callable[[Node], list[Node] | None]) -> Any:
    """Replace nodes anywhere in some content, the innermost first.

    Args:
        content: nodes, or the content of one.
        new: the nodes that replace one; None if it stays.
    """
    if isinstance(content, dict):
        inside = content.get("c")
        # Most nodes are words, and have nothing in them.
        if isinstance(inside, (list, dict)):
            return content | {"c": replaced(inside, new)}
        return content
    if not isinstance(content, list):
        return content
    made: list[Any] = []
    for each in content:
        inner = replaced(each, new)
        instead = new(inner) if isinstance(inner, dict) and "t" in inner else None
        made += [inner] if instead is None else instead
    return made
