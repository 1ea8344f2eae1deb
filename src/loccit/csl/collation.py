"""The order of words: letters before accents before case, whatever the language (after Unicode's root collation)."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from loccit.model.pattern import pattern

CollationKey = tuple[tuple[tuple[int, str], ...], tuple[str, ...], str]

#: Between the parts of a name, and between names, in a sort key: before all characters that names have.
PART_BREAK, NAME_BREAK = "\x1e", "\x1d"

#: Punctuation does not count, nor does it part words: D'Souza is between Doyle and Dunn.
_PUNCTUATION = pattern(r"[^\w\s\x1d\x1e$€£¥+=<>|~^°]|_")
#: spaces, punctuation, symbols, numbers, letters
_CLASSES = {"Z": 0, "P": 1, "S": 2, "N": 3}


@lru_cache(maxsize=65536)
def collation_key(text: str) -> CollationKey:
    """A key that sorts as readers expect.

    >>> sorted(["Zoe", "“Émile”", "emile", "Eva", "42"], key=collation_key)
    ['42', 'emile', '“Émile”', 'Eva', 'Zoe']
    """
    letters: list[tuple[int, str]] = []
    accents: list[str] = []
    for character in unicodedata.normalize("NFKD", _PUNCTUATION.sub("", text).strip()):
        if unicodedata.combining(character):
            accents.append(character)
            continue
        accents.append("")
        if character in (NAME_BREAK, PART_BREAK):
            letters.append((-1, character))
            continue
        category = unicodedata.category(character)
        letters.append((_CLASSES.get(category[0], 4), character.casefold()))
    return tuple(letters), tuple(accents), text.swapcase()
