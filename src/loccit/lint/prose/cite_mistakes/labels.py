"""Mistakes in the labels of places in works."""

from __future__ import annotations

from loccit.lint.checked import CheckedEssay, PlaceWords
from loccit.lint.prose.rule import Mistake


def wrong_label(
    essay: CheckedEssay, place: PlaceWords, right: str, message: str
) -> Mistake:
    """Return the mistake that the label of a place is not the right one."""
    label, mapped = place.label, place.words.citation.mapped
    new = right if place.gap.text else f"{right} "
    edits = essay.retyped(mapped, label.start, label.end, new)
    return Mistake(mapped, label.start, label.end, message, f"Write `{right}`.", edits)
