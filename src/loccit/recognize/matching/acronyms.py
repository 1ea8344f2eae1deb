"""Abbreviations that an essay defines: "World Health Organization (WHO)"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from loccit._startup.regex import regex
from loccit.values.groups import acronym, group_words

#: An abbreviation in brackets.
_IN_BRACKETS = regex(r"[(\[]([A-Z][A-Za-z&.]{1,10})(?=[)\];,])")
_WORD = regex(r"[^\W_]+(?:[-'’][^\W_]+)*")
#: The longest name in words, for an abbreviation's letter each.
_WORDS_A_LETTER = 3


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
            if full[0].isupper() and acronym(group_words(full)) == letters:
                yield short, full
                break
