"""The order of words: letters before accents before case (after Unicode's root
collation; with languages' letters).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from loccit._startup.regex import regex
from loccit.csl.locales.alphabets import is_foreign, letters_of, own_letters

CollationKey = tuple[tuple[tuple[int, str], ...], tuple[str, ...], str]

#: Between the parts of a name, and between names, in a sort key: before all characters
#: that names have.
PART_BREAK, NAME_BREAK = "\x1e", "\x1d"

#: Punctuation does not count, nor does it part words: D'Souza is between Doyle and
#: Dunn.
_PUNCTUATION = regex(r"[^\w\s\x1d\x1e$€£¥+=<>|~^°]|_")
#: spaces, punctuation, symbols, numbers, letters
_CLASSES = {"Z": 0, "P": 1, "S": 2, "N": 3}
_LETTER = 4


@lru_cache(maxsize=65536)
def collation_key(text: str, language: str = "") -> CollationKey:
    """A key that sorts as readers of a language expect.

    >>> sorted(["Zoe", "“Émile”", "emile", "Eva", "42"], key=collation_key)
    ['42', 'emile', '“Émile”', 'Eva', 'Zoe']
    >>> sorted(["Zoe", "Åsa", "Ösa", "Osa"], key=lambda name: collation_key(name, "sv"))
    ['Osa', 'Zoe', 'Åsa', 'Ösa']
    """
    letters: list[tuple[int, str]] = []
    accents: list[str] = []
    own = own_letters(language)
    pieces: Iterable[str] = unicodedata.normalize(
        "NFKC", _PUNCTUATION.sub("", text).strip()
    )
    if own:
        pieces = letters_of(language).findall("".join(pieces).casefold())
    for piece in pieces:
        if place := own.get(piece):
            letters.append((_LETTER, place))
            accents.append("")
            continue
        _add(unicodedata.normalize("NFKD", piece), language, letters, accents)
    return tuple(letters), tuple(accents), text.swapcase()


def _add(
    characters: str, language: str, letters: list[tuple[int, str]], accents: list[str]
) -> None:
    for character in characters:
        if unicodedata.combining(character):
            accents.append(character)
            continue
        accents.append("")
        if character in (NAME_BREAK, PART_BREAK):
            letters.append((-1, character))
            continue
        category = unicodedata.category(character)
        kind = _CLASSES.get(category[0], _LETTER)
        if kind == _LETTER and is_foreign(character, language):
            kind += 1
        letters.append((kind, character.casefold()))
