"""Read the tags of HTML that people write in Markdown where it has no signs of its own.

All other markup of another format is left out: no format of papers has it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from loccit._startup.regex import regex
from loccit.export.paper.pandoc import Node

_TAG = regex(r"<(/?)([A-Za-z][A-Za-z0-9]*)\b[^>]*>")
_COMMENT = regex(r"(?s)\s*<!--.*-->\s*\Z")
#: The nodes that tags make.
_NODES = {
    "b": "Strong",
    "strong": "Strong",
    "em": "Emph",
    "i": "Emph",
    "cite": "Emph",
    "s": "Strikeout",
    "del": "Strikeout",
    "sub": "Subscript",
    "sup": "Superscript",
    "u": "Underline",
}


def without_raw(content: Any, report: Callable[[str], None]) -> Any:
    """Return content in which tags are nodes, and no markup of other formats is left.

    Args:
        content: nodes, or the content of one.
        report: is told of markup that is left out.
    """
    if isinstance(content, dict):
        return {name: without_raw(value, report) for name, value in content.items()}
    if not isinstance(content, list):
        return content
    inner = [without_raw(each, report) for each in content]
    if any(map(_is_raw, inner)):
        return _Pairing(report).of(inner)
    return inner


def _is_raw(node: Any) -> bool:
    return isinstance(node, dict) and node.get("t") in ("RawInline", "RawBlock")


class _Open:
    """A tag that is not closed yet, and what is in it."""

    def __init__(self, name: str, source: str) -> None:
        self.name = name
        self.source = source
        self.nodes: list[Node] = []


class _Pairing:
    """Pairs the tags in a list of nodes."""

    def __init__(self, report: Callable[[str], None]) -> None:
        self._report = report
        self._open = [_Open("", "")]

    def of(self, nodes: list[Node]) -> list[Node]:
        """Return the nodes with those that tags make."""
        for node in nodes:
            if _is_raw(node):
                self._raw(*node["c"])
            else:
                self._open[-1].nodes.append(node)
        while len(self._open) > 1:
            self._leave_out()
        return self._open[0].nodes

    def _raw(self, format_: str, source: str) -> None:
        tag = _TAG.fullmatch(source) if format_ == "html" else None
        name = tag[2].lower() if tag else ""
        if name == "br":
            self._open[-1].nodes.append({"t": "LineBreak"})
        elif tag and name in _NODES and not tag[1]:
            self._open.append(_Open(name, source))
        elif tag and tag[1] and name == self._open[-1].name:
            self._close()
        elif source.strip() and not _COMMENT.match(source):
            self._report(source)

    def _close(self) -> None:
        closed = self._open.pop()
        node = {"t": _NODES[closed.name], "c": closed.nodes}
        self._open[-1].nodes.append(node)

    def _leave_out(self) -> None:
        """Leave out a tag that is never closed."""
        unclosed = self._open.pop()
        self._report(unclosed.source)
        self._open[-1].nodes += unclosed.nodes
