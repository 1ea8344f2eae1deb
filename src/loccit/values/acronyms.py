"""Acronyms of groups: WHO, OMS, OECD."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from loccit._startup.regex import regex

_WORD = regex(r"[^\W_]+")
#: A word with a hyphen has one letter in most acronyms: "Co-operation" in OECD.
_WHOLE_WORD = regex(r"[^\W_]+(?:[-'’][^\W_]+)*")
#: What follows a name in brackets: "World Health Organization (WHO)".
_IN_BRACKETS = regex(r"[(\[]([A-Z][A-Za-z&.-]{1,11})[)\]]")
#: Words without a letter in most acronyms, in several languages.
_SMALL_WORDS = frozenset(
    """
    a an and at by for from in of on or the to with
    da das de del della delle dello dem den der des di die do dos du e ed el en et für i
    il la las le les los na o og och para per por pour sur u und van voor y za zu zum zur
    """.split()  # noqa: SIM905  a table of words
)


@lru_cache(maxsize=4096)
def acronyms(name: str) -> frozenset[str]:
    """Return the acronyms that a group's name may have, in small letters.

    Small words count in some ("Department for International Development": DFID), and
    not in others (OMS, OECD).

    >>> "oecd" in acronyms("Organisation for Economic Co-operation and Development")
    True
    >>> "oms" in acronyms("Organización Mundial de la Salud")
    True
    >>> "dfid" in acronyms("Department for International Development")
    True
    """
    in_brackets = [short.replace(".", "") for short in _IN_BRACKETS.findall(name)]
    bare = _IN_BRACKETS.sub("", name).casefold().replace(".", "")
    found = {short.casefold() for short in in_brackets}
    for words in (_WORD.findall(bare), _WHOLE_WORD.findall(bare)):
        weighty = [word for word in words if word not in _SMALL_WORDS]
        # "for" has a letter in some acronyms that leave "and" and "of" out.
        half = [word for word in words if word not in ("and", "of", "the")]
        found |= {_initials(words), _initials(weighty), _initials(half)}
    return frozenset(short for short in found if len(short) > 1)


def _initials(words: Iterable[str]) -> str:
    return "".join(word[0] for word in words)
