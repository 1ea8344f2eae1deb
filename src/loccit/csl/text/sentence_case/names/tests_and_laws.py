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
_AND = lines("and & And")
_INSIDE_LAWS = lines("and for from in of to with")
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
    if whole := _from_article(word, _AND):
        return whole
    name = capitals_before(word)
    while name and name[0].text in _NOT_NAMED:
        name = name[1:]
    if not name:
        return []
    before = name[0].previous
    if is_text(before, _INDEFINITE) or is_text(before, _NOT_NAMED):
        return []
    is_named = name[0].is_name or is_text(before, _THE) or _has_owner(name[0])
    is_long = len(name) >= _FEWEST_WORDS  # "Likert Scales" are no test
    is_test = is_named or is_long if surely else is_named and is_long
    return [*name, word] if is_test else []


def _has_owner(word: Word) -> bool:
    """Return whether a name in the genitive is before it: "Beck's Depression Inventory"."""
    owner = word.title[word.number - 1] if word.number else word
    return owner.is_genitive and owner.is_name


def _from_article(word: Word, inside: frozenset[str]) -> list[Word]:
    """Return a name from its article on, with small words inside: "the Positive and
    Negative Affect Schedule".
    """
    name = [word]
    before = word.previous
    while before is not None and _is_inside(before, inside):
        name.insert(0, before)
        before = before.previous
    is_whole = is_text(before, _THE) and name[0].has_capital
    has_small_word = any(not each.has_capital for each in name)
    is_run_at_end = len(name) > _FEWEST_WORDS and name[-2].has_capital
    return name if is_whole and has_small_word and is_run_at_end else []


def _is_inside(word: Word, small_words: frozenset[str]) -> bool:
    return word.text in small_words or (
        word.has_capital and word.text not in _THE and word.text not in _INDEFINITE
    )


def law(word: Word) -> list[Word]:
    """Return an act with its name: "the Affordable Care Act", "the First Amendment"."""
    if word.text not in _LAWS:
        return []
    name = capitals_before(word)
    if not name:
        return []
    if name[-1].text in _ORDINALS:
        return [name[-1], word]
    if whole := _from_article(word, _INSIDE_LAWS):
        return whole
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
