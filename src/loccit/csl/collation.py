"""The order of words: letters before accents before case, whatever the language (after Unicode's root collation)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

CollationKey = tuple[tuple[tuple[int, str], ...], tuple[str, ...], str]


@lru_cache(maxsize=65536)
def collation_key(text: str) -> CollationKey:
    """A key that sorts as readers expect.

    >>> sorted(["Zoe", "Émile", "emile", "Eva", "42"], key=collation_key)
    ['42', 'emile', 'Émile', 'Eva', 'Zoe']
    """
    letters: list[tuple[int, str]] = []
    accents: list[str] = []
    for character in unicodedata.normalize("NFKD", text):
        if unicodedata.combining(character):
            accents.append(character)
            continue
        category = unicodedata.category(character)
        if category in ("Cf", "Cc"):
            continue
        accents.append("")
        letters.append((_CLASSES.get(category[0], 4), character.casefold()))
    return tuple(letters), tuple(accents), text.swapcase()


#: spaces, punctuation, symbols, numbers, letters
_CLASSES = {"Z": 0, "P": 1, "S": 2, "N": 3}
