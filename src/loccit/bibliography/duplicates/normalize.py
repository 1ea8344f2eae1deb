"""Normalize text for comparison: lowercase words without accents, numbers as digits."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from loccit._startup.regex import regex

_ACCENT = regex(r"[\u0300-\u036f]")
#: Signs within a word that do not split it: `don't`, `U.S.`
_INSIDE = regex(r"(?<=\w)['’ʼ](?=\w)|(?<=\b\w)\.(?=\w\b)")
_WORD = regex(r"[^\W_]+")
#: Letters that databases without accents write as two, and letters with strokes.
_AS_ONE = {
    "ae": "a", "oe": "o", "ue": "u", "aa": "a", "æ": "a", "œ": "o", "ø": "o", "å": "a",
    "ł": "l", "đ": "d", "ð": "d", "ı": "i", "þ": "th",
}  # fmt: skip
_TWO_LETTERS = regex("|".join(_AS_ONE))
_ROMAN = regex(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}
_NUMBERS = """
    zero one two three four five six seven eight nine ten eleven twelve
    """
_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth
    """
_ORDINAL = regex(r"(\d+)(?:st|nd|rd|th)")
_SPELLED = {word: str(number) for number, word in enumerate(_NUMBERS.split())}
_SPELLED |= {word: str(number) for number, word in enumerate(_ORDINALS.split(), 1)}
_SPELLED |= {"pt": "part", "vol": "volume", "vs": "v", "versus": "v"}
#: Articles and the like, which do not distinguish titles.
_LIGHT_WORDS = "a an the and of in on for der die das und le la les et el y"
_LIGHT = frozenset(_LIGHT_WORDS.split())
#: The length of a word from which on one different letter counts as a typo.
_LONG = 5


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text that distinguish it from others.

    >>> words("The U.S. Bureau’s Œuvre, Part II & Étude no. 3rd")
    ('us', 'bureaus', 'œuvre', 'part', '2', 'etude', 'no', '3')
    """
    found = name_words(text)
    weighty = [word for word in found if word not in _LIGHT]
    return tuple(map(_number, weighty or found))


def name_words(text: str) -> tuple[str, ...]:
    """Return the words of a name, where every word counts and none is a number.

    >>> name_words("V. Le Müller-Ó Cróinín")
    ('v', 'le', 'muller', 'o', 'croinin')
    """
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = _INSIDE.sub("", _ACCENT.sub("", decomposed))
    return tuple(_WORD.findall(plain))


def respelled(name: str) -> str:
    """Return a name with one spelling of letters that databases write as two.

    >>> respelled("Mueller"), respelled("Ørsted")
    ('muller', 'orsted')
    """
    return _TWO_LETTERS.sub(lambda found: _AS_ONE[found[0]], name.casefold())


def is_typo(one: str, other: str) -> bool:
    """Return whether two long words with the same first letter differ by one typo.

    >>> is_typo("incarceration", "incarceratoin")
    True
    >>> is_typo("moral", "amoral"), is_typo("1984", "1985")
    (False, False)
    """
    from rapidfuzz.distance import OSA  # takes 20 ms to import

    if min(len(one), len(other)) < _LONG or one[0] != other[0]:
        return False
    if not (one.isalpha() and other.isalpha()):
        return False
    return OSA.distance(one, other, score_cutoff=1) == 1


def numbers(of: Iterable[str]) -> tuple[str, ...]:
    """Return the numbers among words, sorted."""
    return tuple(sorted(word for word in of if word.isdecimal()))


def abbreviates(short: Sequence[str], long: Sequence[str]) -> bool:
    """Return whether words are a longer name, perhaps abbreviated, or its initials.

    >>> abbreviates(["am", "j", "sociol"], ["american", "journal", "sociology"])
    True
    >>> abbreviates(["jama"], ["nature"])
    False
    >>> abbreviates(["pnas"], ["proceedings", "national", "academy", "sciences", "usa"])
    True
    """
    initials = "".join(word[0] for word in long)
    if len(short) == 1 and len(short[0]) > 2 and initials.startswith(short[0]):
        return True
    rest = iter(long)
    return all(any(_shortens(word, full) for full in rest) for word in short)


def _shortens(word: str, full: str) -> bool:
    letters = iter(full)
    return word[0] == full[0] and all(letter in letters for letter in word)


def _number(word: str) -> str:
    if ordinal := _ORDINAL.fullmatch(word):
        return ordinal[1]
    if _ROMAN.fullmatch(word):
        return str(_roman(word))
    if word.isdecimal() and word.isascii():
        return word.lstrip("0") or "0"
    return _SPELLED.get(word, word)


def _roman(word: str) -> int:
    digits = [_ROMAN_DIGITS[digit] for digit in word]
    total = 0
    for digit, after in zip(digits, [*digits[1:], 0], strict=True):
        total += -digit if digit < after else digit
    return total
