"""Text as it is compared: in small letters without accents, word by word, numbers
however they are written.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence

from loccit._startup.regex import regex

_ACCENT = regex(r"[\u0300-\u036f]")
#: What stands in a word and parts none: `don't`, `U.S.`
_INSIDE = regex(r"(?<=\w)['’ʼ](?=\w)|(?<=\b\w)\.(?=\w\b)")
_WORD = regex(r"[^\W_]+")
_ROMAN = regex(r"(?=[ivx])x{0,3}(?:ix|iv|v?i{0,3})")
_ROMAN_DIGITS = {"i": 1, "v": 5, "x": 10}
_NUMBERS = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
_ORDINALS = (
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
)
_ORDINAL = regex(r"(\d+)(?:st|nd|rd|th)")
_SPELLED = {word: str(number) for number, word in enumerate(_NUMBERS)}
_SPELLED |= {word: str(number) for number, word in enumerate(_ORDINALS, 1)}
_SPELLED |= {"pt": "part", "vol": "volume", "vs": "v", "versus": "v"}
_LIGHT = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "of",
        "in",
        "on",
        "for",
        "der",
        "die",
        "das",
        "und",
        "le",
        "la",
        "les",
        "et",
        "el",
        "y",
    ]
)
#: How long a word is that one letter of may be mistyped.
_LONG = 5


def words(text: str) -> tuple[str, ...]:
    """The words of a text that tell it from others.

    >>> words("The U.S. Bureau’s Œuvre, Part II & Étude no. 3rd")
    ('us', 'bureaus', 'œuvre', 'part', '2', 'etude', 'no', '3')
    """
    found = name_words(text)
    weighty = [word for word in found if word not in _LIGHT]
    return tuple(map(_number, weighty or found))


def name_words(text: str) -> tuple[str, ...]:
    """The words of a name, in which nothing is light and nothing a number.

    >>> name_words("V. Le Müller-Ó Cróinín")
    ('v', 'le', 'muller', 'o', 'croinin')
    """
    return tuple(
        _WORD.findall(
            _INSIDE.sub(
                "", _ACCENT.sub("", unicodedata.normalize("NFKD", text.casefold()))
            )
        )
    )


def is_slip(one: str, other: str) -> bool:
    """Whether two words differ in one letter, and are so long, and begin so, that it is
    mistyped.

    >>> is_slip("incarceration", "incarceratoin"), is_slip("moral", "amoral"), is_slip("1984", "1985")
    (True, False, False)
    """
    from rapidfuzz.distance import OSA

    long = (
        min(len(one), len(other)) >= _LONG
        and one[0] == other[0]
        and one.isalpha()
        and other.isalpha()
    )
    return long and OSA.distance(one, other, score_cutoff=1) == 1


def numbers(of: Iterable[str]) -> tuple[str, ...]:
    """The numbers among words, in no order."""
    return tuple(sorted(word for word in of if word.isdecimal()))


def abbreviates(short: Sequence[str], long: Sequence[str]) -> bool:
    """Whether words are those of a longer name, perhaps shortened, or its initials.

    >>> abbreviates(["am", "j", "sociol"], ["american", "journal", "sociology"]), abbreviates(["jama"], ["nature"])
    (True, False)
    >>> abbreviates(["pnas"], ["proceedings", "national", "academy", "sciences", "usa"])
    True
    """
    if (
        len(short) == 1
        and len(short[0]) > 2
        and "".join(word[0] for word in long).startswith(short[0])
    ):
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
        digits = [_ROMAN_DIGITS[digit] for digit in word]
        return str(
            sum(
                -d if d < after else d
                for d, after in zip(digits, [*digits[1:], 0], strict=True)
            )
        )
    return _SPELLED.get(
        word, word.lstrip("0") or "0" if word.isdecimal() and word.isascii() else word
    )
