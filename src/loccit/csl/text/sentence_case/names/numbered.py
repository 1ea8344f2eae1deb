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
_TITLE = "Title"
_ROMAN = regex(r"[IVX]+")
_GENERATION = "Generation"


def numbered(word: Word) -> list[Word]:
    """Return "Season" of "Season 1", "Title" of "Title IX"."""
    number = word.next
    if number is None:
        return []
    is_numbered = word.text in _BEFORE_NUMBER and _NUMBER.fullmatch(number.text)
    is_title = word.text == _TITLE and _ROMAN.fullmatch(number.text)
    return [word] if is_numbered or is_title else []


def generation(word: Word) -> list[Word]:
    """Return "Generation Z"."""
    letter = word.next
    if word.text != _GENERATION or letter is None:
        return []
    return [word, letter] if len(letter.text) == 1 and letter.has_capital else []


PATTERNS: list[Pattern] = [numbered, generation]
