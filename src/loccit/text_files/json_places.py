"""Find where the parts of a JSON text are, so that one can change in its place."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.model import Span

_SPACE = regex(r"[ \t\r\n]*")
#: Line breaks in strings are allowed; who reads the values may refuse them.
_DECODER = json.JSONDecoder(strict=False)


class Member(NamedTuple):
    """A member of an object: its name, and the spans of the member and its value."""

    name: str
    whole: Span
    value: Span


def elements(text: str, start: int) -> Iterator[Span]:
    """Yield the elements of the array that begins at `start`, in valid JSON.

    >>> [span.of("[1, [2]]") for span in elements("[1, [2]]", 0)]
    ['1', '[2]']
    """
    position = after_space(text, start + 1)
    while text[position] != "]":
        _, end = _DECODER.raw_decode(text, position)
        yield Span(position, end)
        position = _next(text, end)


def members(text: str, start: int) -> Iterator[Member]:
    """Yield the members of the object that begins at `start`, in valid JSON.

    >>> [(member.name, member.value.of('{"a": 1}')) for member in members('{"a": 1}', 0)]
    [('a', '1')]
    """
    position = after_space(text, start + 1)
    while text[position] != "}":
        name, end = _DECODER.raw_decode(text, position)
        value = after_space(text, after_space(text, end) + 1)
        _, end = _DECODER.raw_decode(text, value)
        yield Member(name, Span(position, end), Span(value, end))
        position = _next(text, end)


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
