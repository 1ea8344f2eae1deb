"""Missing, double and other punctuation."""

from __future__ import annotations

import random

from training.references.pieces import Piece

_QUOTES = (
    ('"', '"'),
    ('"', '"'),
    ("'", "'"),
    ("‘", "’"),
    ("«", "»"),
    ("« ", " »"),
    ("„", "“"),
    ("``", "''"),
)
_SEPARATORS = {
    ". ": (", ", " ", ".", ": ", "; ", " - "),
    ", ": (" ", ". ", "; ", ",", " , "),
    ": ": (", ", " : ", ":", "; "),
    " (": ("(", ", (", ". ("),
    "). ": (") ", "), ", ")", "): "),
}
_CHANCE = 0.3


def other_quotes(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Type other quotation marks."""
    opening, closing = choice.choice(_QUOTES)
    changed: list[Piece] = []
    for piece in pieces:
        text = piece.text
        if "“" in text or "”" in text:
            text = text.replace("“", opening).replace("”", closing)
        changed.append(piece._replace(text=text))
    return changed


def no_quotes(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Leave out quotation marks."""
    changed: list[Piece] = []
    for piece in pieces:
        text = piece.text
        for mark in '“”"«»':
            text = text.replace(mark, "")
        changed.append(piece._replace(text=text))
    return changed


def other_separators(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Type other punctuation between the parts, or none."""
    changed: list[Piece] = []
    for piece in pieces:
        others = _SEPARATORS.get(piece.text)
        if piece.label == "other" and others and choice.random() < _CHANCE:
            piece = piece._replace(text=choice.choice(others))
        changed.append(piece)
    return changed


def no_last_stop(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Leave out the last full stop, or add one."""
    if not pieces:
        return pieces
    last = pieces[-1]
    if last.text.endswith("."):
        return [*pieces[:-1], last._replace(text=last.text[:-1])]
    return [*pieces, Piece(".")]
