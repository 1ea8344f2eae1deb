"""What a language's alphabet counts as letters of their own, and where they stand in it
(after Unicode CLDR).
"""

from __future__ import annotations

import re
from functools import lru_cache

_SCANDINAVIAN = "z<æ,ä<ø,ö<å,aa"
_SOUTH_SLAVIC = "c<č<ć d<dž<đ l<lj n<nj s<š z<ž"
#: Language to rules: behind the first letter come the others, those joined by commas in
#: one place.
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
#: Languages that list words in their own script before those in Latin letters, with the
#: script's first and last.
_OWN_SCRIPT = {
    **dict.fromkeys(("be", "bg", "mk", "ru", "sr", "uk"), ("\u0400", "\u052f")),
    "el": ("\u0370", "\u03ff"),
}
#: Behind a letter, and before the next one.
_BEHIND = "\uffff"


@lru_cache(maxsize=64)
def own_letters(language: str) -> dict[str, str]:
    """Letter to its place: the letter it follows, and how far behind.

    >>> sorted("zöåäy", key=lambda letter: own_letters("sv").get(letter, letter))
    ['y', 'z', 'å', 'ä', 'ö']
    """
    places: dict[str, str] = {}
    for rule in _ALPHABETS.get(language, "").split():
        first, *others = rule.split("<")
        for number, letters in enumerate(others, start=1):
            places.update(
                dict.fromkeys(letters.split(","), f"{first}{_BEHIND}{number}")
            )
    return places


@lru_cache(maxsize=64)
def letters_of(language: str) -> re.Pattern[str]:
    """What to cut a text at: own letters, the longest first, or else any character."""
    own = sorted(own_letters(language), key=len, reverse=True)
    return re.compile("|".join([*own, "."]), re.DOTALL)


def is_foreign(character: str, language: str) -> bool:
    """Whether a letter is of a script that the language lists after its own.

    >>> is_foreign("a", "ru"), is_foreign("а", "ru"), is_foreign("a", "en")
    (True, False, False)
    """
    first, last = _OWN_SCRIPT.get(language, ("", "\U0010ffff"))
    return not first <= character <= last
