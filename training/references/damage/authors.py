"""Names, as people type them."""

from __future__ import annotations

import random

from loccit._startup.regex import regex
from training.references.pieces import Piece

_AND = regex(r",? (?:&|and|und|et|y|e) ")
#: More than one name.
_SEVERAL = regex(r" (?:&|and|und|et|y|e) |;|,.*,.*,")
_OTHERS = (
    " et al.",
    ", et al.",
    " et al",
    " et. al.",
    " and others",
    " & al.",
    ", et al",
)
_AND_FORMS = (" & ", " and ", ", & ", ", and ", "; ", ", ")
_DITTO = ("———", "_____", "——", "---", "________", "–––")
#: Enough of the list to have the first name whole, in either order.
_FIRST_NAME = regex(r"[^,;&]+(?:, (?:[A-Z][^\s,;&]*[ .]*)+)?(?=[,;&]| and )")


def shortened(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Replace all authors except the first with "et al."."""
    return [_shortened(piece, choice) for piece in pieces]


def _shortened(piece: Piece, choice: random.Random) -> Piece:
    first = _FIRST_NAME.match(piece.text)
    if piece.label != "author" or first is None or not _SEVERAL.search(piece.text):
        return piece
    return piece._replace(text=first[0].rstrip() + choice.choice(_OTHERS))


def other_and(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Put another word or sign between the last two names."""
    form = choice.choice(_AND_FORMS)
    return [
        piece._replace(text=_AND.sub(form, piece.text))
        if piece.label in ("author", "editor")
        else piece
        for piece in pieces
    ]


def in_capitals(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Set the authors in capitals."""
    return [
        piece._replace(text=piece.text.upper()) if piece.label == "author" else piece
        for piece in pieces
    ]


def repeated(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Replace the authors with a ditto mark."""
    ditto = choice.choice(_DITTO)
    changed: list[Piece] = []
    for piece in pieces:
        if piece.label == "author":
            piece = piece._replace(text=ditto)
            ditto = ""
        changed.append(piece)
    return changed


def without_points(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Remove the points after initials."""
    return [
        piece._replace(text=piece.text.replace(".", ""))
        if piece.label in ("author", "editor")
        else piece
        for piece in pieces
    ]
