"""Acronyms of groups, by their names, and as an essay defines them: "World Health
Organization (WHO)".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache

from loccit._startup.regex import regex
from loccit.recognize.matching.people import Person
from loccit.recognize.matching.spelling import folded
from loccit.values.acronyms import acronyms

#: An abbreviation in brackets.
_IN_BRACKETS = regex(r"[(\[]([A-Z][A-Za-z&.]{1,10})(?=[)\];,])")
_WORD = regex(r"[^\W_]+(?:[-'’][^\W_]+)*")
#: The longest name in words, for an abbreviation's letter each.
_WORDS_A_LETTER = 3
#: A shorter beginning or end of an acronym may be anything.
_SHORTEST_PART = 3


@lru_cache(maxsize=4096)
def acronyms_of(group: Person) -> frozenset[str]:
    """Return the acronyms of a group's name, whole and without its beginning or end.

    >>> "nbs" in acronyms_of(Person("National Bureau of Statistics of China", ()))
    True
    """
    whole = acronyms(group.shown)
    parts = {part for letters in whole for part in _parts(letters)}
    return frozenset("".join(folded(short)) for short in [*whole, *parts])


def _parts(letters: str) -> Iterator[str]:
    """Yield the beginnings and ends that are long enough."""
    for size in range(_SHORTEST_PART, len(letters)):
        yield letters[:size]
        yield letters[-size:]


def acronyms_in(texts: Iterable[str]) -> Mapping[str, str]:
    """Return what abbreviations stand for, where a text says so.

    >>> acronyms_in(["The World Health Organization (WHO) and the BBC (London) said"])
    {'WHO': 'World Health Organization'}
    """
    found: dict[str, str] = {}
    for text in texts:
        for short, full in _defined(text):
            found.setdefault(short, full)
    return found


def _defined(text: str) -> Iterator[tuple[str, str]]:
    for bracket in _IN_BRACKETS.finditer(text):
        short = bracket[1]
        letters = short.replace(".", "").casefold()
        before = text[max(0, bracket.start() - 30 * len(letters)) : bracket.start()]
        words = [*_WORD.finditer(before)][-_WORDS_A_LETTER * len(letters) :]
        for word in reversed(words):
            full = before[word.start() :].strip()
            if full[0].isupper() and letters in acronyms(full):
                yield short, full
                break
