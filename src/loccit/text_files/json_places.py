"""Find where values are in a JSON text (RFC 8259), so that one can change in its place.

The standard library's decoder reads each value, and says only where it ends.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.model import Span

_SPACE = regex(r"[ \t\r\n]*")
#: Line breaks in strings are allowed; who reads the whole text may refuse them.
_DECODER = json.JSONDecoder(strict=False)


class Value(NamedTuple):
    """A value and its place."""

    value: object
    span: Span


class Member(NamedTuple):
    """A member of an object: its name, its place, and its value."""

    name: str
    whole: Span
    value: Value


def value_at(text: str, position: int) -> Value:
    """Read the value at a position, after white space.

    Raises:
        JSONDecodeError: there is none.
        RecursionError: it has too many values in values.
    """
    start = after_space(text, position)
    value, end = _DECODER.raw_decode(text, start)
    return Value(value, Span(start, end))


def elements(text: str, start: int) -> Iterator[Value]:
    """Yield the elements of the array that begins at `start`, in valid JSON.

    >>> [found.value for found in elements("[1, [2]]", 0)]
    [1, [2]]
    """
    position = after_space(text, start + 1)
    while not text.startswith("]", position):
        found = value_at(text, position)
        yield found
        position = _next(text, found.span.end)


def members(text: str, start: int) -> Iterator[Member]:
    """Yield the members of the object that begins at `start`, in valid JSON.

    >>> [(each.name, each.value) for each in members('{"a": 1}', 0)]
    [('a', Value(value=1, span=Span(start=6, end=7)))]
    """
    position = after_space(text, start + 1)
    while not text.startswith("}", position):
        name = value_at(text, position)
        value = value_at(text, after_space(text, name.span.end) + 1)
        yield Member(str(name.value), Span(position, value.span.end), value)
        position = _next(text, value.span.end)


def member_span(text: str, start: int, name: str) -> Span | None:
    """Find a member of the object that begins at `start`.

    If there are several members of that name, the last one counts, as in `json`.

    >>> member_span('{"a": 1, "b": 2}', 0, "b")
    Span(start=9, end=15)
    """
    found = {member.name: member.whole for member in members(text, start)}
    return found.get(name)


def after_space(text: str, position: int) -> int:
    """Return the position of the first character after white space."""
    space = _SPACE.match(text, position)
    return space.end() if space else position


def _next(text: str, end: int) -> int:
    """Return where the next part or the closing bracket begins after a part."""
    position = after_space(text, end)
    return after_space(text, position + 1) if text[position] == "," else position
