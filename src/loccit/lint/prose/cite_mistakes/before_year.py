"""Mistakes in the separator between the names of a cite and its year in brackets."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay, CiteWords, Word
from loccit.lint.prose.rule import Mistake

#: A full stop that belongs to the name: "Jr.", "Inc.", "U.S.".
_ABBREVIATED = regex(r"(?:\b(?:Jr|Sr|Inc|Ltd|Co|Corp|al)|\b[A-Z])\Z")
_SEPARATOR = regex(r"\s*[,;:.]*\s*")
_LONGEST_LEAD = 2
#: Printed works are younger.
_FIRST_YEAR = 1450
_RIGHT = regex(r",\s+")


def wrong_separator(
    essay: CheckedEssay, words: CiteWords, message: str
) -> Mistake | None:
    """Return the mistake that no comma and space are before the year; None if they are."""
    gap = _wrong_separator(essay, words)
    if gap is None:
        return None
    mapped = words.citation.mapped
    edits = essay.retyped(mapped, gap.start, gap.end, ", ")
    advice = "Write `, `." if "," in gap.text else "Add it."
    return Mistake(mapped, gap.start, gap.end, message, advice, edits)


def _wrong_separator(essay: CheckedEssay, words: CiteWords) -> Word | None:
    """Return what is in the place of the comma and the space before the year; None if
    these are there, if more than a separator is, or if it may not be a citation.
    """
    if not (words.is_inside and words.names and words.year):
        return None
    gap, last = words.gap, words.et_al or words.names[-1]
    if gap.text.startswith(".") and _ABBREVIATED.search(last.text):
        gap = Word(gap.text[1:], gap.start + 1, gap.end)
    if _RIGHT.fullmatch(gap.text) or not _SEPARATOR.fullmatch(gap.text):
        return None
    if _may_be_text(essay, words) or _ends_title(essay, words):
        return None
    return gap


def _may_be_text(essay: CheckedEssay, words: CiteWords) -> bool:
    """Return whether it may be no citation, if nobody lists the work: several words lead
    to a name, as in "(after the early death of Doe 1896)", or the number is of a verse.
    """
    assert words.year
    if essay.source_of(words.cite):
        return False
    is_verse = words.year.text.isdecimal() and int(words.year.text) < _FIRST_YEAR
    return is_verse or len(words.lead.text.split()) > _LONGEST_LEAD


def _ends_title(essay: CheckedEssay, words: CiteWords) -> bool:
    """Return whether the year belongs to the title of a work: "(Yearbook 2021, 2022)"."""
    assert words.year
    text = words.citation.paragraph.text[words.names[0].start : words.year.end]
    return any(text in source.plain("title") for source in essay.works.values())
