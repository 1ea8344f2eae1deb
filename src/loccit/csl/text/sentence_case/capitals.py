"""Titles typed in capitals, which hide their names, as headlines."""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.csl.text.sentence_case.tokens import KeptCase, tokens_of
from loccit.values.letter_case.proper_nouns import is_proper_noun
from loccit.values.letter_case.small_words import SMALL_WORDS

_TAG = regex(r"<[^<>]*>")
_ROMAN = regex(r"[IVX]+")
#: Two words in capitals may be acronyms; this many are a title typed in capitals.
_FEWEST_IN_CAPITALS = 3


def as_headline(title: str) -> str:
    """Return a title typed in capitals as a headline, another as it is.

    >>> as_headline("FROM THE USSR TO WORLD WAR II")
    'From the USSR to World War II'
    """
    if not _is_in_capitals(title):
        return title
    pieces: list[str] = []
    kept = KeptCase(italics=False)
    end = 0
    for token in tokens_of(title):
        pieces.append(title[end : token.start()])
        end = token.end()
        if token["tag"] is not None:
            kept.read(token[0])
        is_kept = kept.depth > 0 or _keeps_capitals(token)
        pieces.append(token[0] if is_kept else _in_headline(token, pieces))
    pieces.append(title[end:])
    return "".join(pieces)


def _in_headline(token: re.Match[str], before: list[str]) -> str:
    word = token[0].lower()
    is_first = not "".join(before).strip()
    return word if word in SMALL_WORDS and not is_first else word.capitalize()


def _is_in_capitals(title: str) -> bool:
    text = _TAG.sub(" ", title) if "<" in title else title
    return text.isupper() and len(text.split()) >= _FEWEST_IN_CAPITALS


def _keeps_capitals(token: re.Match[str]) -> bool:
    """Return whether a token is a name, a roman numeral, or not a word."""
    word = token["word"]
    return word is None or bool(_ROMAN.fullmatch(word)) or is_proper_noun(word)
