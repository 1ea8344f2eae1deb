"""What separates the names of a cite from its year in brackets."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.lint.checked.cite_words import CiteWords, Word

#: A full stop that belongs to the name: "Jr.", "Inc.", "U.S.".
_ABBREVIATED = regex(r"(?:\b(?:Jr|Sr|Inc|Ltd|Co|Corp|al)|\b[A-Z])\Z")
_SEPARATOR = regex(r"\s*[,;:.]*\s*")
_RIGHT = regex(r",\s+")


def wrong_separator(words: CiteWords) -> Word | None:
    """Return what is in the place of the comma and the space before the year; None if
    these are there, or more than a separator is.
    """
    if not (words.is_inside and words.names and words.year):
        return None
    gap, last = words.gap, words.et_al or words.names[-1]
    if gap.text.startswith(".") and _ABBREVIATED.search(last.text):
        gap = Word(gap.text[1:], gap.start + 1, gap.end)
    is_other = not _SEPARATOR.fullmatch(gap.text)
    return None if is_other or _RIGHT.fullmatch(gap.text) else gap
