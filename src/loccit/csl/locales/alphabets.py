"""The letters that a language's alphabet adds, and their place in it (Unicode CLDR)."""

from __future__ import annotations

import re
from functools import lru_cache

_SCANDINAVIAN = "z<æ,ä<ø,ö<å,aa"
_SOUTH_SLAVIC = "c<č<ć d<dž<đ l<lj n<nj s<š z<ž"
#: Rules by language: the letters that follow the first one of a rule, in order.  Commas
#: join letters that share a place.
_ALPHABETS = {
    "bs": _SOUTH_SLAVIC,
    "cs": "c<č h<ch r<ř s<š z<ž",
    "da": _SCANDINAVIAN,
    "es": "n<ñ",
    "et": "s<š<z<ž w<õ<ä<ö<ü",
    "eu": "n<ñ",
    "fi": "z<å<ä,æ<ö,ø",
    "gl": "n<ñ",
    "hr": _SOUTH_SLAVIC,
    "hu": "c<cs d<dz<dzs g<gy l<ly n<ny o<ö,ő s<sz t<ty u<ü,ű z<zs",
    "is": "a<á d<ð e<é i<í o<ó u<ú y<ý z<þ<æ,ä<ö,ø<å",
    "lt": "c<č s<š z<ž",
    "lv": "c<č g<ģ k<ķ l<ļ n<ņ s<š z<ž",
    "nb": _SCANDINAVIAN,
    "nn": _SCANDINAVIAN,
    "no": _SCANDINAVIAN,
    "pl": "a<ą c<ć e<ę l<ł n<ń o<ó s<ś z<ź<ż",
    "ro": "a<ă<â i<î s<ș,ş t<ț,ţ",
    "sk": "a<ä c<č h<ch o<ô s<š z<ž",
    "sl": "c<č<ć d<đ s<š z<ž",
    "sv": "z<å<ä,æ<ö,ø",
    "tr": "c<ç g<ğ h<ı o<ö s<ş u<ü",
}
_CYRILLIC = ("\u0400", "\u052f")
_GREEK = ("\u0370", "\u03ff")
#: Languages that sort words in their own script before those in Latin letters; the first
#: and last character of the script.
_OWN_SCRIPT = {
    "be": _CYRILLIC,
    "bg": _CYRILLIC,
    "el": _GREEK,
    "mk": _CYRILLIC,
    "ru": _CYRILLIC,
    "sr": _CYRILLIC,
    "uk": _CYRILLIC,
}
_ANY_SCRIPT = ("", "\U0010ffff")
#: Sorts a letter after the one it is appended to, and before the next.
_AFTER = "\uffff"


@lru_cache(maxsize=64)
def own_letters(language: str) -> dict[str, str]:
    """The letters that a language adds, each with a text that sorts in its place.

    >>> sorted("zöåäy", key=lambda letter: own_letters("sv").get(letter, letter))
    ['y', 'z', 'å', 'ä', 'ö']
    """
    places: dict[str, str] = {}
    for rule in _ALPHABETS.get(language, "").split():
        first, *others = rule.split("<")
        for number, letters in enumerate(others, start=1):
            place = f"{first}{_AFTER}{number}"
            for letter in letters.split(","):
                places[letter] = place
    return places


@lru_cache(maxsize=64)
def letters_of(language: str) -> re.Pattern[str]:
    """Match one letter of a language: an added one, the longest first, or any character."""
    longest_first = sorted(own_letters(language), key=len, reverse=True)
    return re.compile("|".join([*longest_first, "."]), re.DOTALL)


def is_foreign(character: str, language: str) -> bool:
    """Return whether a letter's script sorts after the language's own.

    >>> is_foreign("a", "ru"), is_foreign("а", "ru"), is_foreign("a", "en")
    (True, False, False)
    """
    first, last = _OWN_SCRIPT.get(language, _ANY_SCRIPT)
    return not first <= character <= last
