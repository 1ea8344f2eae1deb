"""Read italics that somebody typed with asterisks or low lines in a plain text."""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.mapped_text import MappedText, Piece
from loccit.essays.paragraph import Mark

_TYPED = regex(
    r"(?<![\w*_])(?P<sign>[*_])(?=\S)(?P<inside>[^*_]{2,300}?)(?<=\S)(?P=sign)(?!\w)"
)


class PlainText(NamedTuple):
    """A text without the signs of its markup, and what they set apart.

    Attributes:
        mapped: the text, which knows where in the typed one it comes from.
    """

    text: str
    marks: tuple[Mark, ...]
    mapped: MappedText


def without_typed_italics(text: str) -> PlainText:
    """Take the signs of italics out of a text.

    >>> without_typed_italics("Doe, _On it_.").text
    'Doe, On it.'
    """
    done, length = 0, 0
    pieces: list[Piece] = []
    marks: list[Mark] = []
    for found in _TYPED.finditer(text):
        start, end = found.span("inside")
        length += found.start() - done
        marks.append(Mark("emphasis", length, length + end - start))
        pieces += [
            Piece(text[done : found.start()], done),
            Piece(found["inside"], start),
        ]
        length += end - start
        done = found.end()
    mapped = MappedText.join([*pieces, Piece(text[done:], done)])
    return PlainText(mapped.text, tuple(marks), mapped)
