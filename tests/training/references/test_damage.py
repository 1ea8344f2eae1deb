"""What damage leaves of a reference."""

from __future__ import annotations

import random

import pytest

from training.references.damage import RATES, Damage, damaged
from training.references.pieces import Piece, example_of

REFERENCE = [
    Piece("Doe, A., & Roe, B.", "author"),
    Piece(" ("),
    Piece("2001, March", "date"),
    Piece("). “"),
    Piece("On the fine gardens of Kent", "title"),
    Piece(".” In "),
    Piece("C. Poe", "editor"),
    Piece(" (Ed.), "),
    Piece("Journal of Soil", "container-title", "emphasis"),
    Piece(", "),
    Piece("12", "volume", "emphasis"),
    Piece("("),
    Piece("3", "issue"),
    Piece("), "),
    Piece("4–9", "pages"),
    Piece(". "),
    Piece("https://doi.org/10.1000/x", "doi"),
    Piece(" Retrieved from "),
    Piece("https://example.org/a", "url"),
    Piece("."),
]
ARTICLE = [Piece("World Garden Club", "author"), *REFERENCE[1:5], *REFERENCE[8:]]
CASES = {f"{each.__module__}.{each.__name__}": each for each in RATES}


def labels(pieces: list[Piece]) -> list[str]:
    """The labels of the segments."""
    return [piece.label for piece in pieces if piece.label != "other"]


@pytest.mark.parametrize("damage", CASES.values(), ids=CASES.keys())
def test_each_damage_changes_something_and_keeps_the_parts(damage: Damage) -> None:
    changed = False
    for seed in range(20):
        for reference in (REFERENCE, ARTICLE):
            pieces = damage(list(reference), random.Random(seed))
            changed = changed or pieces != reference
            before, after = labels(reference), labels(pieces)
            kept = [label for label in after if label in before]
            assert kept == [label for label in before if label in after]
    assert changed


def test_labels_are_of_the_damaged_text() -> None:
    for seed in range(100):
        pieces = damaged(list(REFERENCE), random.Random(seed))
        example = example_of(pieces)
        parts = [piece for piece in pieces if piece.label != "other"]
        texts = [example.text[start:end] for _, start, end in example.labels]
        assert texts == [piece.text for piece in parts]


def test_the_same_seed_gives_the_same_reference() -> None:
    one = damaged(list(REFERENCE), random.Random(7))
    other = damaged(list(REFERENCE), random.Random(7))
    assert one == other
