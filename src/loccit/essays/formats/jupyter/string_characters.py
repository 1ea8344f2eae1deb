"""The characters of a string in a JSON text (RFC 8259, section 7), each with its place."""

from __future__ import annotations

from collections.abc import Iterator
from json import JSONDecoder

from loccit._startup.regex import regex
from loccit.essays.mapped_text import Piece
from loccit.model import Span

_DECODER = JSONDecoder()
#: An escape, with the second one of a surrogate pair, and what is between escapes.
_CHARACTERS = regex(
    r"\\u[dD][89abAB][0-9A-Fa-f]{2}\\u[dD][c-fC-F][0-9A-Fa-f]{2}"
    r"|\\u[0-9A-Fa-f]{4}|\\.|[^\\]+"
)
_SURROGATE = regex(r"[\ud800-\udfff]")


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
