"""White space in text (ODF 1.3, part 3, section 6.1.3): a row of blanks, tabs and line
ends is one blank, and none at the beginning of a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.essays.mapped_text import Piece

_BLANKS = " \t\r\n"
#: What is not one blank already.
_UNEVEN = regex(r"[ \t\r\n]{2,}|[\t\r\n]")


def collapsed(piece: Piece, *, after_blank: bool) -> Iterator[Piece]:
    """Yield the characters of a piece that readers see.

    Args:
        piece: as it is in the XML.
        after_blank: whether a blank or nothing precedes it in its paragraph.

    >>> [each.text for each in collapsed(Piece(" two  words", 9), after_blank=True)]
    ['two', ' ', 'words']
    """
    text, start, end = piece
    if end is not None:
        yield from _one_place(text, start, end, after_blank=after_blank)
        return
    done = len(text) - len(text.lstrip(_BLANKS)) if after_blank else 0
    for found in _UNEVEN.finditer(text, done):
        yield Piece(text[done : found.start()], start + done)
        yield Piece(" ", start + found.start(), start + found.end())
        done = found.end()
    yield Piece(text[done:], start + done)


def _one_place(
    text: str, start: int, end: int, *, after_blank: bool
) -> Iterator[Piece]:
    """Yield what an entity, a reference or a line end stands for."""
    if text.strip(_BLANKS):
        yield Piece(text, start, end)
    elif not after_blank:
        yield Piece(" ", start, end)
