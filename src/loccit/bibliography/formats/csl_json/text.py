"""Where the parts of JSON stand in its text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.model import Span

_SPACE = regex(r"[ \t\r\n]*")
_DECODER = json.JSONDecoder()


class Member(NamedTuple):
    """A member of an object: its name, where the whole of it stands, and where its
    value does.
    """

    name: str
    whole: Span
    value: Span


def elements(text: str, start: int) -> Iterator[Span]:
    """The elements of the array that begins at `start`; the text has been read as JSON
    before.

    >>> [span.of("[1, [2]]") for span in elements("[1, [2]]", 0)]
    ['1', '[2]']
    """
    position = after_space(text, start + 1)
    while text[position] != "]":
        _, end = _DECODER.raw_decode(text, position)
        yield Span(position, end)
        position = _next(text, end)


def members(text: str, start: int) -> Iterator[Member]:
    """The members of the object that begins at `start`.

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
    """Find a member of the object that begins at `start`; of two of that name, the last
    one counts.

    >>> member_span('{"a": 1, "b": 2}', 0, "b")
    Span(start=9, end=15)
    """
    found = {member.name: member.whole for member in members(text, start)}
    return found.get(name)


def after_space(text: str, position: int) -> int:
    """Where something stands again, from `position` on."""
    space = _SPACE.match(text, position)
    return space.end() if space else position


def _next(text: str, end: int) -> int:
    """Where the next part begins behind one, or the bracket that ends them all."""
    position = after_space(text, end)
    return after_space(text, position + 1) if text[position] == "," else position
