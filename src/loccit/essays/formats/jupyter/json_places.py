"""Where values are in a JSON text (RFC 8259), so that a string can change in its place.

The standard library's decoder reads each value, and says only where it ends.
"""

from __future__ import annotations

from collections.abc import Iterator
from json import JSONDecoder
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.essays.mapped_text import Piece
from loccit.model import Span

_SPACE = regex(r"[ \t\n\r]*")
_DECODER = JSONDecoder()
#: An escape, with the second one of a surrogate pair, and what is between escapes.
_CHARACTERS = regex(
    r"\\u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}"
    r"|\\u[0-9A-Fa-f]{4}|\\.|[^\\]+"
)
_SURROGATE = regex(r"[\ud800-\udfff]")


class Value(NamedTuple):
    """A value and its place."""

    value: object
    span: Span


def value_at(text: str, position: int) -> Value:
    """Read the value at a position, after white space.

    Raises:
        JSONDecodeError: there is none.
        RecursionError: it has too many values in values.
    """
    start = _skip(text, position)
    value, end = _DECODER.raw_decode(text, start)
    return Value(value, Span(start, end))


def members(text: str, start: int) -> Iterator[tuple[str, Value]]:
    """Yield the members of the object at `start`, in a text that is JSON.

    >>> [(name, value.span.start) for name, value in members('{"a": 1, "b": [2]}', 0)]
    [('a', 6), ('b', 14)]
    """
    position = _skip(text, start + 1)
    while not text.startswith("}", position):
        name = value_at(text, position)
        value = value_at(text, _skip(text, name.span.end) + 1)
        yield str(name.value), value
        position = _after_comma(text, value.span.end)


def elements(text: str, start: int) -> Iterator[Value]:
    """Yield the elements of the array at `start`, in a text that is JSON."""
    position = _skip(text, start + 1)
    while not text.startswith("]", position):
        found = value_at(text, position)
        yield found
        position = _after_comma(text, found.span.end)


def characters(text: str, span: Span) -> Iterator[Piece]:
    """Yield the characters of the string at `span`, quotation marks included there.

    >>> [piece.text for piece in characters(r'"a\\n\\u00e9"', Span(0, 11))]
    ['a', '\\n', 'é']
    """
    for found in _CHARACTERS.finditer(text, span.start + 1, span.end - 1):
        if found[0].startswith("\\"):
            read = _DECODER.decode(f'"{found[0]}"')
            yield Piece(_SURROGATE.sub("\ufffd", read), *found.span())
        else:
            yield Piece(found[0], found.start())


def _after_comma(text: str, position: int) -> int:
    position = _skip(text, position)
    return _skip(text, position + 1) if text.startswith(",", position) else position


def _skip(text: str, position: int) -> int:
    """Return where white space ends that is at a position."""
    found = _SPACE.match(text, position)
    return found.end() if found else position
