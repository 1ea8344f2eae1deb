"""Journals and publishers in capitals, as Web of Science and ProQuest have them."""

from __future__ import annotations

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model import Source, Value
from loccit.values.names import title_cased

_IN_CAPITALS = ("container-title", "publisher")
#: A shorter word may be an acronym (JAMA, CELL), and a shorter name have one (PLOS ONE).
_SHORTEST_WORD = 6
_SHORTEST_NAME = 12
#: Words of publishers, whose other names in capitals are acronyms: "EMBRAPA, CPATSA".
_OF_PUBLISHERS = regex(
    r"\b(?:AND|ASSOC\w*|BOOKS?|CO|COMPANY|INC|INST\w*|LTD|OF|PRESS|PUBL\w*|SCIENCES?"
    r"|SOC\w*|SONS|UNIV\w*|VERLAG)\b"
)
_WORD = regex(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_VOWEL = regex(r"[AEIOUYÀ-Ý]")
#: Words that stay small.
_SMALL = frozenset(
    [
        "a",
        "an",
        "and",
        "at",
        "by",
        "de",
        "der",
        "des",
        "die",
        "du",
        "et",
        "for",
        "für",
        "in",
        "la",
        "le",
        "of",
        "on",
        "or",
        "the",
        "to",
        "und",
        "with",
        "y",
    ]
)
#: Acronyms in the names of journals.
_ACRONYMS = frozenset(
    [
        "ACM",
        "ACS",
        "AIAA",
        "AIDS",
        "AIP",
        "ASCE",
        "ASME",
        "EMBO",
        "EURASIP",
        "FEMS",
        "HIV",
        "IEEE",
        "IET",
        "IFAC",
        "II",
        "III",
        "ISA",
        "ISPRS",
        "JAMA",
        "JOM",
        "MIS",
        "PLOS",
        "RAIRO",
        "RNA",
        "SAE",
        "SIAM",
        "UK",
        "US",
        "USA",
    ]
)


def without_capitals(source: Source) -> Source:
    """Write names in capitals with small letters; their acronyms stay.

    >>> journal = {"container-title": "IEEE TRANSACTIONS ON THINGS"}
    >>> without_capitals(Source("x", "article-journal", journal)).text("container-title")
    'IEEE Transactions on Things'
    """
    changed: dict[str, Value] = {}
    for variable in _IN_CAPITALS:
        text = source.text(variable)
        if not text.isupper() or not _is_long(text):
            continue
        if _is_journal(source, variable) or _OF_PUBLISHERS.search(text):
            changed[variable] = _with_small_letters(text)
    if not changed:
        return source
    return replace(source, variables={**source.variables, **changed})


def _is_journal(source: Source, variable: str) -> bool:
    """Return whether a variable names a journal: SCIENCE; publishers are UNESCO."""
    return variable == "container-title" and source.type.startswith("article-")


def _is_long(text: str) -> bool:
    if " " in text:
        return len(text) >= _SHORTEST_NAME
    return len(text) >= _SHORTEST_WORD and text.isalpha()


def _with_small_letters(text: str) -> str:
    small = _WORD.sub(lambda word: _small_word(word[0]), text)
    return small[0].upper() + small[1:]


def _small_word(word: str) -> str:
    if word in _ACRONYMS or not _VOWEL.search(word):
        return word
    if word.lower() in _SMALL:
        return word.lower()
    return title_cased(word)
