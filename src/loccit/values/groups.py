"""Distinguish the names of groups from those of people."""

from __future__ import annotations

from itertools import pairwise

from loccit._startup.regex import regex

#: Words of groups' names that nobody has as a surname, in English and its neighbours.
_CERTAIN = """
administration agency alliance amnesty association authority board center centers centre
centres children coalition collaboration collaborative collective commission committee
community company confederation conference congress consortium cooperation corporation
council department dept development directorate division education faculty federation
forum foundation gmbh government group health hospital inc initiative international
investigators library ltd media ministry movement museum national nations network news
office panel parliament partnership program programme project research secretariat
senate services society statistics studies study team union workshop
"""
_GROUP_WORDS = frozenset(_CERTAIN.split())
#: Beginnings of such words: academy, institute, laboratories, université.
_GROUP_STEMS = (
    "academ",
    "académ",
    "akadem",
    "institut",
    "laborator",
    "organisa",
    "organiza",
    "universi",
)
#: Words of groups' names that some people have as a surname: John Fund, Robert Service.
_UNCERTAIN = """
bank bureau church club college court cross fund league matter matters party press
school service times trial trust watch
"""
_ALSO_SURNAMES = frozenset(_UNCERTAIN.split())
_LINKS = frozenset(["of", "for", "on", "the", "und", "für", "&"])
_OF = frozenset(["of", "for", "on"])

_WORD = regex(r"[^\W_]+(?:[-'’][^\W_]+)*|&")


def is_group(name: str, *, certain: bool = False) -> bool:
    """Return whether a name has a word that only groups have.

    Args:
        name: the whole name, as text.
        certain: ignore words that can also be a part of a person's name.

    >>> is_group("World Health Organization"), is_group("Michelle Alexander")
    (True, False)
    >>> is_group("World Bank"), is_group("World Bank", certain=True)
    (True, False)
    >>> is_group("Bank of Spain", certain=True)
    True
    """
    words = _WORD.findall(name.lower() if name.isupper() else name)
    lowered = [word.lower() for word in words]
    if any(map(_is_group_word, lowered)):
        return True
    if certain:
        return any(
            word in _ALSO_SURNAMES and following in _OF
            for word, following in pairwise(lowered)
        )
    if words[:1] == ["The"] or not _LINKS.isdisjoint(words):
        return True
    return not _ALSO_SURNAMES.isdisjoint(lowered)


def _is_group_word(word: str) -> bool:
    return word in _GROUP_WORDS or word.startswith(_GROUP_STEMS)
