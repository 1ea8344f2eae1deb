"""Whether words with capitals are one group, or several people."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.regex import regex
from loccit.recognize.citations.reading.tokens import Token
from loccit.values.groups import is_group
from loccit.values.letter_case.english_words import is_english_word

_AND = regex(r"\s(?:and|und|et|y|e|en|&)\s")


def is_one_group(text: str) -> bool:
    """Return whether a text with capitals names one group.

    >>> is_one_group("Centers for Disease Control and Prevention"), is_one_group("Unicef")
    (True, False)
    >>> is_one_group("Doe and World Health Organization")
    False
    """
    if not is_group(text, certain=True):
        return False
    pieces = _AND.split(text)
    if len(pieces) == 1:
        return True
    return all(_is_common(piece) or is_group(piece, certain=True) for piece in pieces)


def _is_common(piece: str) -> bool:
    """Return whether all words are English ones, as in "Food and Drug Administration"."""
    words = piece.replace(",", " ").split()
    return all(is_english_word(word.lower()) for word in words)


def is_person(tokens: Sequence[Token]) -> bool:
    """Return whether words may be a person's name: capitals, initials, particles."""
    longest = 6
    if not tokens or len(tokens) > longest:
        return False
    last = [token for token in tokens if not token.is_suffix][-1:]
    if not last or not (last[0].is_capital and last[0].is_word):
        return False
    return all(map(_is_in_name, tokens))


def _is_in_name(token: Token) -> bool:
    if not token.is_word:
        return False
    return token.is_capital or token.is_particle or token.is_suffix
