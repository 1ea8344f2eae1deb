"""Mistakes in the names of a cite."""

from __future__ import annotations

from loccit.lint.checked import CheckedEssay, CiteWords
from loccit.lint.checked.citations.people import names_stretch, renamed
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety


def wrong_names(
    essay: CheckedEssay,
    words: CiteWords,
    right: str,
    message: str,
    safety: Safety | None = None,
) -> Mistake:
    """Return the mistake that a cite should have other names after the first.

    Args:
        right: the names as they should be.
        safety: as that of the mistake.
    """
    stretch, mapped = names_stretch(words), words.citation.mapped
    edits = renamed(essay, words, right)
    advice = f"Write `{right}`."
    return Mistake(mapped, stretch.start, stretch.end, message, advice, edits, safety)
