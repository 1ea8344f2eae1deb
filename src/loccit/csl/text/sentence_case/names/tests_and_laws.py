"""Tests and scales, acts and treaties (APA 7, sections 6.18 and 6.19)."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.csl.text.sentence_case.names.words import (
    Pattern,
    Word,
    capitals_before,
    is_text,
    lines,
)

_THE = lines("the The")
_INDEFINITE = lines("a an A An")
#: "New" and the like begin no name.
_NOT_NAMED = lines("""
    Brief Cognitive Comprehensive Novel New Online Present Proposed Self Short Simple
    Standardized Structured Two
""")
_YEAR = regex(r"\d{4}")

#: These are rarely common nouns.
_INSTRUMENTS = lines("Checklist Inventory Questionnaire Inventories Questionnaires")
#: These often are: "a Large Scale", "a Blood Test".
_TESTS = lines("""
    Assessment Battery Examination Index Interview Profile Scale Scales Schedule Survey
    Task Test Tests
""")
_FEWEST_WORDS = 2

_LAWS = lines("Act Acts Amendment Amendments")
#: These have the name of a place or a person before them.
_AFTER_NAME = lines("""
    Accord Accords Agreement Charter Constitution Convention Conventions Declaration
    Directive Doctrine Plan Protocol Treaty
""")
_ORDINALS = lines("""
    First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth
    Thirteenth Fourteenth Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth
""")
#: Nouns before a number (APA 7, section 6.20).
_BEFORE_NUMBER = lines("""
    Appendix Article Book Chapter Episode Experiment Figure Grade Lesson Module Part
    Phase Route Season Section Study Table Unit Version Volume
""")
_NUMBER = regex(r"\d+")
_NUMBERED = {"Title": regex(r"[IVX]+"), "Proposition": regex(r"\d+")}


def instrument(word: Word) -> list[Word]:
    """Return an inventory with its name: "the Beck Depression Inventory"."""
    if word.text not in _INSTRUMENTS:
        return []
    return _instrument(word, surely=True)


def test(word: Word) -> list[Word]:
    """Return a test with its name: "the Perceived Stress Scale"."""
    if word.text not in _TESTS:
        return []
    return _instrument(word, surely=False)


def _instrument(word: Word, surely: bool) -> list[Word]:
    name = capitals_before(word)
    while name and name[0].text in _NOT_NAMED:
        name = name[1:]
    if not name:
        return []
    before = name[0].previous
    if is_text(before, _INDEFINITE) or is_text(before, _NOT_NAMED):
        return []
    is_named = name[0].is_name or is_text(before, _THE)
    is_long = len(name) >= _FEWEST_WORDS  # "Likert Scales" are no test
    is_test = is_named or is_long if surely else is_named and is_long
    return [*name, word] if is_test else []


def law(word: Word) -> list[Word]:
    """Return an act with its name: "the Affordable Care Act", "the First Amendment"."""
    if word.text not in _LAWS:
        return []
    name = capitals_before(word)
    if not name:
        return []
    if name[-1].text in _ORDINALS:
        return [name[-1], word]
    before = name[0].previous
    is_named = name[0].is_name or is_text(before, _THE) or _has_year(word)
    is_long = len(name) >= _FEWEST_WORDS or name[0].is_name or _has_year(word)
    return [*name, word] if is_named and is_long else []


def _has_year(word: Word) -> bool:
    """Return whether a year follows: "the Children Act 1989", "Act of 1964"."""
    following = word.next
    if is_text(following, lines("of")):
        following = following.next if following else None
    return following is not None and bool(_YEAR.fullmatch(following.text))


def treaty(word: Word) -> list[Word]:
    """Return a treaty after the name of its place: "the Kyoto Protocol"."""
    name = word.previous
    if word.text not in _AFTER_NAME or name is None:
        return []
    return [word] if name.is_name else []


def numbered(word: Word) -> list[Word]:
    """Return "Title IX", "Proposition 8"."""
    number = word.next
    if number is None:
        return []
    if word.text in _BEFORE_NUMBER and _NUMBER.fullmatch(number.text):
        return [word]
    if word.text not in _NUMBERED:
        return []
    return [word] if _NUMBERED[word.text].fullmatch(number.text) else []


PATTERNS: list[Pattern] = [instrument, test, law, treaty, numbered]
