"""What is in italics in an essay."""

from __future__ import annotations

from loccit.essays.paragraph import Paragraph
from loccit.lint.checked.essay import CheckedEssay

#: A text without markup has no italics.
_WITHOUT = "plain_text"


def can_show_italics(essay: CheckedEssay) -> bool:
    """Return whether the format of an essay has italics."""
    return essay.essay.format != _WITHOUT


def shows_italics(essay: CheckedEssay) -> bool:
    """Return whether anything of an essay is in italics."""
    marks = (mark for each in essay.paragraphs for mark in each.marks)
    return any(mark.kind == "emphasis" for mark in marks)


def is_in_italics(paragraph: Paragraph, start: int, end: int) -> bool:
    """Return whether `text[start:end]` of a paragraph is within one stretch of italics."""
    return any(
        mark.kind == "emphasis" and mark.start <= start and end <= mark.end
        for mark in paragraph.marks
    )
