"""The order of words: first letters, then accents, then case.

Follows Unicode's root collation, with the letters that a language adds.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from loccit._startup.regex import regex
from loccit.csl.locales.alphabets import is_foreign, letters_of, own_letters

CollationKey = tuple[tuple[tuple[int, str], ...], tuple[str, ...], str]

#: In a sort key, between the parts of a name: sorts before every character of a name.
PART_BREAK = "\x1e"
#: In a sort key, between two names.
NAME_BREAK = "\x1d"

#: Punctuation neither counts nor separates words: D'Souza sorts between Doyle and Dunn.
_PUNCTUATION = regex(r"[^\w\s\x1d\x1e$€£¥+=<>|~^°]|_")
#: Weights of Unicode's categories: spaces, punctuation, symbols and numbers, in this
#: order, before letters.
_WEIGHTS = {"Z": 0, "P": 1, "S": 2, "N": 3}
_LETTER = 4
_FOREIGN_LETTER = 5
_BREAK = -1


@lru_cache(maxsize=65536)
def collation_key(text: str, language: str = "") -> CollationKey:
    """A key that sorts as readers of a language expect.

    >>> sorted(["Zoe", "“Émile”", "emile", "Eva", "42"], key=collation_key)
    ['42', 'emile', '“Émile”', 'Eva', 'Zoe']
    >>> sorted(["Zoe", "Åsa", "Ösa", "Osa"], key=lambda name: collation_key(name, "sv"))
    ['Osa', 'Zoe', 'Åsa', 'Ösa']
    """
    key = _KeyBuilder(language)
    words = _PUNCTUATION.sub("", text).strip()
    words = unicodedata.normalize("NFKC", words)
    if own_letters(language):
        key.add_with_own_letters(words)
    else:
        key.add(words)
    return tuple(key.letters), tuple(key.accents), text.swapcase()


class _KeyBuilder:
    """Collects the letters and the accents of a text."""

    def __init__(self, language: str) -> None:
        self.language = language
        self.letters: list[tuple[int, str]] = []
        self.accents: list[str] = []

    def add_with_own_letters(self, words: str) -> None:
        """Add words in which the letters of the language keep their accents."""
        places = own_letters(self.language)
        for letter in letters_of(self.language).findall(words.casefold()):
            place = places.get(letter)
            if place is None:
                self.add(letter)
            else:
                self.letters.append((_LETTER, place))
                self.accents.append("")

    def add(self, words: str) -> None:
        """Add words letter by letter, accents apart."""
        for character in unicodedata.normalize("NFKD", words):
            if unicodedata.combining(character):
                self.accents.append(character)
            else:
                self.letters.append(_weighted(character, self.language))
                self.accents.append("")


@lru_cache(maxsize=4096)
def _weighted(character: str, language: str) -> tuple[int, str]:
    """A character with its weight, which sorts letters after all others."""
    if character in (NAME_BREAK, PART_BREAK):
        return _BREAK, character
    category = unicodedata.category(character)
    weight = _WEIGHTS.get(category[0], _LETTER)
    if weight == _LETTER and is_foreign(character, language):
        weight = _FOREIGN_LETTER
    return weight, character.casefold()
