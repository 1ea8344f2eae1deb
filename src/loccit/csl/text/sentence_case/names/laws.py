"""Acts, amendments and treaties (APA 7, section 11.4)."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.csl.text.sentence_case.words import (
    Pattern,
    Word,
    capitals_before,
    is_text,
    lines,
    name_from_article,
)

_ACTS = lines("Act Acts Amendment Amendments")
_THE = lines("the The")
_OF = lines("of")
_INSIDE = lines("and for from in of to with")
_YEAR = regex(r"\d{4}")
_FEWEST_WORDS = 2
_ORDINALS = lines("""
    First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth Eleventh Twelfth
    Thirteenth Fourteenth Fifteenth Sixteenth Seventeenth Eighteenth Nineteenth
""")
#: These have the name of a place or a person before them.
_AFTER_NAME = lines("""
    Accord Accords Agreement Charter Constitution Convention Conventions Declaration
    Directive Doctrine Plan Protocol Treaty
""")


def act(word: Word) -> list[Word]:
    """Return an act with its name: "the Affordable Care Act", "the First Amendment"."""
    name = capitals_before(word)
    if not name:
        return []
    if name[-1].text in _ORDINALS:
        return [name[-1], word]
    if whole := name_from_article(word, _INSIDE):
        return whole
    is_long = len(name) >= _FEWEST_WORDS and is_text(name[0].previous, _THE)
    is_named = is_long or name[0].is_name or _has_year(word)
    return [*name, word] if is_named else []


def _has_year(word: Word) -> bool:
    """Return whether a year follows: "the Children Act 1989", "Act of 1964"."""
    following = word.next
    if following is not None and following.text in _OF:
        following = following.next
    return following is not None and bool(_YEAR.fullmatch(following.text))


def treaty(word: Word) -> list[Word]:
    """Return a treaty after the name of its place: "the Kyoto Protocol"."""
    name = word.previous
    return [word] if name is not None and name.is_name else []


PATTERNS: list[Pattern] = [Pattern(act, _ACTS), Pattern(treaty, _AFTER_NAME)]
