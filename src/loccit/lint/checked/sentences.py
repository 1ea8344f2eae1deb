"""Where sentences end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex

#: A full stop or the like, with what closes after it, before what begins a sentence.
_END = regex(
    r"(?P<word>[^\W_]*)[.!?…][\"”’»“)\]]*\d{0,3}"
    r"(?:\s+(?=[\"“„«»‘'(\[]*\s?[^\W_a-z])|\s*\n\s*\n)"
)
#: After these, and after initials, a full stop ends no sentence.
_ABBREVIATION = regex(
    r"al|cf|ch|dr|eds?|fig|m[rs]s?|nos?|para|pp?|prof|sec|st|trans|v|vol|vs",
    re.IGNORECASE,
)
#: What is after a citation at the end of a sentence: nothing, or what begins the next.
NEXT_SENTENCE = regex(r"\s*\Z|\s+[\"“„«‘'(\[]*[^\W_a-z]|\s*\n\s*\n")
#: How far the beginning of the next sentence is looked at.
_NEXT = 4


def ends_sentence(text: str, start: int, end: int) -> bool:
    """Return whether a sentence ends, and another begins, in `text[start:end]`.

    >>> text = 'Dr. Doe (p. 4) said "So it is." Then'
    >>> ends_sentence(text, 0, 26), ends_sentence(text, 20, len(text))
    (False, True)
    """
    return any(_ends(text, start, end))


def sentence_ends(text: str, start: int, end: int) -> int:
    """Return how many sentences end, with another after them, in `text[start:end]`."""
    return sum(_ends(text, start, end))


def _ends(text: str, start: int, end: int) -> Iterator[bool]:
    """Yield whether each full stop or the like ends a sentence."""
    for found in _END.finditer(text, start, end + _NEXT):
        yield found.end() <= end and not _is_abbreviation(found["word"])


def _is_abbreviation(word: str) -> bool:
    is_initial = len(word) == 1 and word.isupper()
    return is_initial or bool(_ABBREVIATION.fullmatch(word))
