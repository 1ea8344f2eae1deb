"""The order of words: first letters, then accents, then case.

Follows Unicode's root collation, with the letters that a language adds.  Numbers sort by
value: "Henry 9" before "Henry 10".
"""

from __future__ import annotations

import re
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
#: Nor do ayn, hamza, the ʻokina and the other signs that Unicode has among the letters
#: (Chicago Manual of Style, 16.75).
_PUNCTUATION = regex(r"[^\w\s\x1d\x1e$€£¥+=<>|~^°]|[_\u02b9-\u02cfꞋꞌ]")
#: A number; longer ones are dates, which are made to sort as text.
_NUMBER = regex(r"(?<!\d)\d{1,9}(?!\d)")
_MOST_DIGITS = 9
#: Letters that Unicode does not decompose, and those that they sort as.
_LETTERS = {
    "æ": "ae",
    "ð": "d",
    "ŋ": "n",
    "œ": "oe",
    "þ": "th",
    "ı": "i",
    "ȷ": "j",
    "ə": "e",
    "ɛ": "e",
    "ɔ": "o",
}
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
    >>> sorted(["Lutz", "Zorn", "Łukasz", "ʿAbduh", "Abel"], key=collation_key)
    ['ʿAbduh', 'Abel', 'Łukasz', 'Lutz', 'Zorn']
    """
    key = _KeyBuilder(language)
    words = _NUMBER.sub(_padded, text)
    words = _PUNCTUATION.sub("", words).strip()
    words = unicodedata.normalize("NFKC", words)
    if own_letters(language):
        key.add_with_own_letters(words)
    else:
        key.add(words)
    return tuple(key.letters), tuple(key.accents), text.swapcase()


def _padded(number: re.Match[str]) -> str:
    return number[0].zfill(_MOST_DIGITS)


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
                continue
            letters = _base_letters(character)
            for letter in letters:
                self.letters.append(_weighted(letter, self.language))
                self.accents.append("")
            if letters != character.casefold():
                self.accents.append(character)


@lru_cache(maxsize=4096)
def _base_letters(character: str) -> str:
    """A letter without its stroke or hook; a ligature as two letters."""
    letter = character.casefold()
    if letter in _LETTERS:
        return _LETTERS[letter]
    name = unicodedata.name(letter, "") if len(letter) == 1 else ""
    base, has_stroke, _ = name.partition(" WITH ")
    if not has_stroke or not base.startswith("LATIN"):
        return letter
    try:
        return unicodedata.lookup(base)
    except KeyError:
        return letter


@lru_cache(maxsize=4096)
def _weighted(character: str, language: str) -> tuple[int, str]:
    """A character with its weight, which sorts letters after all others."""
    if character in (NAME_BREAK, PART_BREAK):
        return _BREAK, character
    category = unicodedata.category(character)
    weight = _WEIGHTS.get(category[0], _LETTER)
    if weight == _LETTER and is_foreign(character, language):
        weight = _FOREIGN_LETTER
    return weight, character
