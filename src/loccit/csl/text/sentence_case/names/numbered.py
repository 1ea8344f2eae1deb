"""Nouns before a number (APA 7, section 6.20)."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.csl.text.sentence_case.words import Pattern, Word, lines

_BEFORE_NUMBER = lines("""
    Appendix Article Book Chapter Episode Experiment Figure Grade Lesson Module Part
    Phase Proposition Route Season Section Study Table Unit Version Volume
""")
_NUMBER = regex(r"\d+")
#: A law of the United States; but "Test title 2".
_TITLE = lines("Title")
_ROMAN = regex(r"[IVX]+")
_GENERATION = lines("Generation")


def numbered(word: Word) -> list[Word]:
    """Return "Season" of "Season 1", "Title" of "Title IX"."""
    number = word.next
    form = _ROMAN if word.text in _TITLE else _NUMBER
    is_numbered = number is not None and form.fullmatch(number.text)
    return [word] if is_numbered else []


def generation(word: Word) -> list[Word]:
    """Return "Generation Z"."""
    letter = word.next
    if letter is None:
        return []
    return [word, letter] if len(letter.text) == 1 and letter.has_capital else []


PATTERNS: list[Pattern] = [
    Pattern(numbered, _BEFORE_NUMBER | _TITLE),
    Pattern(generation, _GENERATION),
]
