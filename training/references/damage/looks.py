"""Numbers before references, letter case, typing errors, lines, italics."""

from __future__ import annotations

import random

from training.references.pieces import Piece

_NUMBERS = (("[", "] "), ("", ". "), ("(", ") "), ("", ") "), ("[", "]"), ("", " "))
_LIGATURES = {"ffi": "ﬃ", "ffl": "ﬄ", "fi": "ﬁ", "fl": "ﬂ", "ff": "ﬀ"}
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TYPED: tuple[str, ...] = ("author", "title", "container-title", "publisher", "place")


def numbered(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Put a number before the reference."""
    if any(piece.label == "citation-number" for piece in pieces):
        return pieces
    before, after = choice.choice(_NUMBERS)
    number = Piece(str(choice.randint(1, 150)), "citation-number")
    return [Piece(before), number, Piece(after), *pieces]


def in_small_letters(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Type titles, or everything, in small letters."""
    everything = choice.random() < 0.3
    return [
        piece._replace(text=piece.text.lower())
        if everything or piece.label in ("title", "container-title")
        else piece
        for piece in pieces
    ]


def in_capitals(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Type the title in capitals."""
    return [
        piece._replace(text=piece.text.upper()) if piece.label == "title" else piece
        for piece in pieces
    ]


def misspelt(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Make one to three typing errors."""
    changed = list(pieces)
    for _ in range(choice.randint(1, 3)):
        index = choice.randrange(len(changed))
        if changed[index].label in _TYPED:
            text = _with_error(changed[index].text, choice)
            changed[index] = changed[index]._replace(text=text)
    return changed


def _with_error(text: str, choice: random.Random) -> str:
    if len(text) < 4:
        return text
    at = choice.randrange(1, len(text) - 1)
    if not text[at].isalpha():
        return text
    kind = choice.randrange(4)
    if kind == 0:
        return text[:at] + text[at + 1 :]
    if kind == 1:
        return text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    letter = choice.choice(_LETTERS)
    return text[:at] + letter + text[at + (kind == 2) :]


def wrapped(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Break the lines, some inside of words."""
    width = choice.randint(50, 90)
    indent = choice.choice(("", "", "    ", "  "))
    used = 0
    changed: list[Piece] = []
    for piece in pieces:
        words = piece.text.split(" ")
        for number, word in enumerate(words):
            used += len(word) + 1
            if number and used > width:
                words[number] = "\n" + indent + word
                used = len(word)
        text = " ".join(words).replace(" \n", "\n")
        changed.append(piece._replace(text=text))
    return changed


def ligatures(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Have the ligatures of copied PDFs, or their wrong letters."""
    changed: list[Piece] = []
    for piece in pieces:
        text = piece.text
        if piece.label in ("title", "container-title"):
            for letters, ligature in _LIGATURES.items():
                text = text.replace(letters, ligature)
        changed.append(piece._replace(text=text))
    return changed


def other_italics(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Set something else in italics: the title, or all that follows it."""
    label = choice.choice(("title", "container-title", "title", "volume"))
    return [
        piece._replace(mark="emphasis" if piece.label == label else None)
        for piece in pieces
    ]


def no_marks(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Lose italics and bold, as plain text does."""
    return [piece._replace(mark=None) for piece in pieces]
