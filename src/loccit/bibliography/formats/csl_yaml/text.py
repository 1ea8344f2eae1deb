"""Find the parts of YAML in its text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.model import Span

if TYPE_CHECKING:
    import yaml

_ALIAS = regex(r"\s*:\s*\*\S+")
_REST_OF_LINE = regex(r"[^\r\n]*")
_LINE_END = regex(r"\r\n|\n|\r|\Z")


class Pair(NamedTuple):
    """A name in a mapping, with the spans of the whole pair and of its value."""

    name: str
    whole: Span
    value: Span


def pairs(text: str, mapping: yaml.MappingNode) -> Iterator[Pair]:
    """Yield the names and values of a mapping, with their positions."""
    for name, value in mapping.value:
        name_end = name.end_mark.index
        span = _value_span(text, name_end, value)
        whole = Span(name.start_mark.index, max(span.end, name_end))
        yield Pair(str(name.value), whole, span)


def _value_span(text: str, name_end: int, value: yaml.Node) -> Span:
    start = value.start_mark.index
    if start >= name_end:
        return Span(start, max(start, end_of(text, value)))
    # An alias: its node has the position of the anchor, which comes first.
    alias = _ALIAS.match(text, name_end)
    end = alias.end() if alias else name_end
    return Span(end, end)


def end_of(text: str, node: yaml.Node) -> int:
    """Return where a node ends, without the white space and comments after it."""
    import yaml  # most runs read no YAML

    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        if isinstance(node, yaml.MappingNode):
            return max(pair.whole.end for pair in pairs(text, node))
        return max(end_of(text, item) for item in node.value)
    start, end = node.start_mark.index, node.end_mark.index
    return start + len(text[start:end].rstrip())


def line_start(text: str, position: int) -> int:
    """Return where the line of a position begins."""
    newline = text.rfind("\n", 0, position)
    carriage_return = text.rfind("\r", 0, position)
    return max(newline, carriage_return) + 1


def line_end(text: str, position: int) -> int:
    """Return where the line of a position ends, without its line ending."""
    rest = _REST_OF_LINE.match(text, position)
    return rest.end() if rest else position


def next_line(text: str, position: int) -> int:
    """Return where the line after that of a position begins."""
    ending = _LINE_END.match(text, line_end(text, position))
    return ending.end() if ending else len(text)
