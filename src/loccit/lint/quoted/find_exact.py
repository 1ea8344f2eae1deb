"""Find quoted words as they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from loccit.lint.quoted.match import Match
from loccit.lint.quoted.quotation import Quotation
from loccit.lint.quoted.source_text import SourceText

#: The most letters that an ellipsis stands for: some pages.
_REACH = 8000
#: The most places of a phrase that are looked at.
_MOST = 100


def find_exact(quotation: Quotation, text: SourceText) -> list[Match]:
    """Return the places at which all words of a quotation are, in their order."""
    first, *others = quotation.pieces
    if not first:
        return []
    found = []
    for start in islice(_places(first, text, 0, len(text.letters)), _MOST):
        end = _end_of(others, text, start + len(first))
        if end is not None:
            found.append(Match(start, end))
    return found


def _end_of(pieces: Sequence[str], text: SourceText, position: int) -> int | None:
    """Return where the last of pieces ends that follow a position, each near the one
    before; None if one of them is missing.
    """
    for piece in pieces:
        start = next(_places(piece, text, position, position + _REACH), None)
        if start is None:
            return None
        position = start + len(piece)
    return position


def _places(piece: str, text: SourceText, start: int, end: int) -> Iterator[int]:
    position = text.letters.find(piece, start, end)
    while position >= 0:
        if _is_whole(piece, text, position):
            yield position
        position = text.letters.find(piece, position + 1, end)


def _is_whole(piece: str, text: SourceText, position: int) -> bool:
    """Return whether a piece is whole words, "able" and not the end of "unable"."""
    ends = (position, position + len(piece))
    return all(map(text.begins_word, ends))
