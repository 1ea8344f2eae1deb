"""Tests, inventories and scales (APA 7, section 6.19)."""

from __future__ import annotations

from loccit.csl.text.sentence_case.words import (
    Pattern,
    Word,
    capitals_before,
    is_text,
    lines,
    name_from_article,
)

_THE = lines("the The")
_INDEFINITE = lines("a an A An")
#: "New" and the like begin no name.
_NOT_NAMED = lines("""
    Brief Cognitive Comprehensive Novel New Online Present Proposed Self Short Simple
    Standardized Structured Two
""")
_AND = lines("and & And")
#: These are rarely common nouns.
_INVENTORIES = lines("Checklist Inventory Questionnaire Inventories Questionnaires")
#: These often are: "a Large Scale", "a Blood Test".
_TESTS = lines("""
    Assessment Battery Examination Index Indicator Interview Profile Scale Scales Schedule Survey
    Task Test Tests
""")
_FEWEST_WORDS = 2


def inventory(word: Word) -> list[Word]:
    """Return an inventory with its name: "the Beck Depression Inventory"."""
    if whole := name_from_article(word, _AND):
        return whole
    name = _name_of(word)
    is_long = len(name) >= _FEWEST_WORDS
    return [*name, word] if name and (is_long or _is_named(name[0])) else []


def test(word: Word) -> list[Word]:
    """Return a test with its name: "the Perceived Stress Scale", but no Likert scale."""
    if whole := name_from_article(word, _AND):
        return whole
    name = _name_of(word)
    is_long = len(name) >= _FEWEST_WORDS
    return [*name, word] if is_long and _is_named(name[0]) else []


def _name_of(word: Word) -> list[Word]:
    """Return the capital words before a test, if they may be its name."""
    name = capitals_before(word)
    while name and name[0].text in _NOT_NAMED:
        name = name[1:]
    if not name:
        return []
    before = name[0].previous
    is_any = is_text(before, _INDEFINITE) or is_text(before, _NOT_NAMED)
    return [] if is_any else name


def _is_named(first: Word) -> bool:
    """Return whether a name begins with this word, as its article or owner shows."""
    if first.is_name or is_text(first.previous, _THE):
        return True
    owner = first.title[first.number - 1] if first.number else first
    return owner.is_genitive and owner.is_name


PATTERNS: list[Pattern] = [Pattern(inventory, _INVENTORIES), Pattern(test, _TESTS)]
