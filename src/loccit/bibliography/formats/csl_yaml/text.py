"""Where the parts of YAML stand in its text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from loccit._startup.regex import regex
from loccit.model import Span

if TYPE_CHECKING:
    import yaml

_ALIAS = regex(r"\s*:\s*\*\S+")
_REST_OF_LINE = regex(r"[^\r\n]*")
_LINE_END = regex(r"\r\n|\n|\r|\Z")


class Pair(NamedTuple):
    """A name and its value in a mapping: where both stand, and where the value does."""

    name: str
    whole: Span
    value: Span


def pairs(text: str, mapping: yaml.MappingNode) -> Iterator[Pair]:
    """The names and values of a mapping."""
    for name, value in mapping.value:
        key_end = name.end_mark.index
        start = value.start_mark.index
        if start < key_end:  # what an alias stands for is elsewhere
            alias = _ALIAS.match(text, key_end)
            start = end = alias.end() if alias else key_end
        else:
            end = end_of(text, value)
        yield Pair(
            str(name.value),
            Span(name.start_mark.index, max(end, key_end)),
            Span(start, max(start, end)),
        )


def end_of(text: str, node: yaml.Node) -> int:
    """Where a node ends, without the white space and comments behind it."""
    import yaml

    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        if isinstance(node, yaml.MappingNode):
            return max(pair.whole.end for pair in pairs(text, node))
        return max(end_of(text, item) for item in node.value)
    start, end = node.start_mark.index, node.end_mark.index
    return start + len(text[start:end].rstrip())


def line_start(text: str, position: int) -> int:
    """Where the line of a position begins."""
    return max(text.rfind("\n", 0, position), text.rfind("\r", 0, position)) + 1


def line_end(text: str, position: int) -> int:
    """Where the line of a position ends, before what ends it."""
    rest = _REST_OF_LINE.match(text, position)
    return rest.end() if rest else position


def behind_line(text: str, position: int) -> int:
    """Where the line behind that of a position begins."""
    ending = _LINE_END.match(text, line_end(text, position))
    return ending.end() if ending else len(text)
