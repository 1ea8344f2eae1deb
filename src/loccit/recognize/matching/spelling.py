"""Compare how names are spelt: folded, transliterated, misspelt."""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from loccit._startup.regex import regex
from loccit.bibliography.duplicates import name_words, respelled

#: How alike two spellings of a name are.
Spelling = Literal["same", "respelt", "misspelt", "badly misspelt", ""]

#: Letters that languages write in different ways when they transliterate a name:
#: Tschaikowsky and Tchaikovsky, Dostojewski and Dostoyevsky, Puschkin and Pushkin.
_SOUNDS = (
    ("tsch", "ch"),
    ("tch", "ch"),
    ("sch", "sh"),
    ("cz", "ch"),
    ("sz", "sh"),
    ("kh", "h"),
    ("zh", "sh"),
    ("ph", "f"),
    ("ck", "k"),
    ("tz", "ts"),
    ("x", "ks"),
    ("w", "v"),
    ("ff", "v"),
    ("j", "i"),
    ("y", "i"),
)
#: Between vowels, German writes "ch" for what English writes "kh": Tschechow.
_GERMAN_CH = regex(r"(?<=[aeiou])ch(?=[aeiou])")
_TWICE = regex(r"(.)\1+")
#: A vowel of Slavic names that some write as two: Dostoevsky, Dostoyevsky.
_GLIDE = regex(r"(?<=[aeou])i(?=[aeou])|(?<=i)e(?=v)")
#: Shorter names are not misspelt but other names: Lee and Li, Chan and Chen.
_SHORTEST_MISSPELT = 4
#: Names from this length on may have two wrong letters.
_LONG = 7
#: The first letter of a shorter name is seldom wrong.
_SURE_OF_FIRST = 6


@lru_cache(maxsize=16384)
def folded(name: str) -> tuple[str, ...]:
    """Return the words of a name as they are compared: no case, accents, or signs.

    >>> folded("Müller-O’Brien"), folded("Mueller O'Brien")
    (('muller', 'obrien'), ('muller', 'obrien'))
    """
    return name_words(respelled(name))


@lru_cache(maxsize=16384)
def sound(word: str) -> str:
    """Return a folded name in one of its transliterations.

    >>> sound("tschaikowsky") == sound("tchaikovsky"), sound("puschkin")
    (True, 'pushkin')
    """
    for letters, sounds in _SOUNDS:
        word = word.replace(letters, sounds)
    word = _GERMAN_CH.sub("h", word)
    return _TWICE.sub(r"\1", _GLIDE.sub("", word))


def spelling(typed: str, name: str) -> Spelling:
    """Return how alike two folded names are.

    >>> spelling("malikoski", "malikowski"), spelling("kundugunta", "kudungunta")
    ('misspelt', 'badly misspelt')
    >>> spelling("lee", "lie"), spelling("schostakowitsch", "shostakovich")
    ('', 'respelt')
    """
    if typed == name:
        return "same"
    shorter = min(len(typed), len(name))
    if shorter < _SHORTEST_MISSPELT:
        return ""
    if sound(typed) == sound(name):
        return "respelt"
    if abs(len(typed) - len(name)) > 2:
        return ""
    if typed[0] != name[0] and shorter < _SURE_OF_FIRST:
        return ""
    return _misspelling(typed, name, shorter)


def _misspelling(typed: str, name: str, shorter: int) -> Spelling:
    """Return how many letters are wrong, as far as a misspelling may go."""
    from rapidfuzz.distance import OSA  # takes 20 ms to import

    distance = OSA.distance(typed, name, score_cutoff=2)
    if distance == 1:
        return "misspelt"
    if distance == 2 and shorter >= _LONG and typed[0] == name[0]:
        return "badly misspelt"
    return ""
