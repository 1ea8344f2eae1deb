"""A labelled reference in pieces: what training examples are made of."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from loccit.essays.paragraph import Mark, MarkKind
from loccit.recognize.segments import Label


class Piece(NamedTuple):
    """Some characters of a reference, in one label and one mark.

    Attributes:
        label: `other` for what is between the segments.
    """

    text: str
    label: Label = "other"
    mark: MarkKind | None = None


class Example(NamedTuple):
    """A reference with the label of each character.

    Attributes:
        labels: the labelled runs, in order; what is in none is `other`.
    """

    text: str
    labels: Sequence[tuple[Label, int, int]]
    marks: Sequence[Mark] = ()


def example_of(pieces: Iterable[Piece]) -> Example:
    """Join pieces."""
    text = ""
    labels: list[tuple[Label, int, int]] = []
    marks: list[Mark] = []
    for piece in pieces:
        end = len(text) + len(piece.text)
        if piece.label != "other":
            labels.append((piece.label, len(text), end))
        if piece.mark:
            marks.append(Mark(piece.mark, len(text), end))
        text += piece.text
    return Example(text, labels, marks)
