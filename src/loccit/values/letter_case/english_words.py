"""English words that are written in lower case, to distinguish them from names.

A capital word of a headline that is one of these has its capital from the headline; one
that is not may be a name.  The file beside this one, `english_words.txt`, lists stems,
and is read when the first word is asked for.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from loccit._startup.regex import regex
from loccit.values.letter_case.proper_nouns import proper_nouns

#: Endings of verbs and nouns.  The stem may have lost an `e`, doubled its last
#: consonant, or changed a `y` to `i`.
_INFLECTIONS = ("ed", "ing", "er", "ers")
#: Endings that leave the stem as it is, except for a `y`.
_SUFFIXES = ("ly", "ness", "less", "ful", "ment", "able")
#: "can't", "you're"; what is before them may be shortened as well.
_CONTRACTED = regex(
    r"(?:\w*n['’]t|(?:how|i|it|that|they|we|who|what|you)['’](?:d|ll|m|re|s|ve))\Z"
)
_SHORTEST_STEM = 3
_SHORTEST_VERB_WITH_DOUBLED_LETTER = 4
_SHORTEST_PLURAL_IN_IES = 5

#: Shorter words are names as often as they are derived from a common word.
_SHORTEST_DERIVED, _SHORTEST_COMPOUND = 8, 7
#: Endings of nouns, verbs and adjectives of scholars, which names don't have.
_LEARNED_ENDING = regex(
    r".{3,}(?:"
    r"[ct]ions?|ations?|[aeiou]sions?|ments?|ness|[aei]ty|ities|ality|ivity|bility"
    r"|olog(?:y|ies|ical|ist|ists)|ograph(?:y|ies|ic|ical)|ometr(?:y|ies|ic)|meters?"
    r"|ical|ically|ativ(?:e|ely)|itive|i[sz]ation|i[sz](?:e|es|ed|ing|er|ers)"
    r"|osis|oses|itis|a?emia|opath(?:y|ies|ic)|phobi(?:a|c)|scop(?:y|ic|ies)|ectomy"
    r"|genesis|genic|ships?|hoods?|less|fully|able|ably|ous|ously|ingly|edly"
    r"|ional|ionally|ular|orial|atory|icity|ated|ating|ativism|ergic|ylated"
    r"|iatric|iatrics|iatry|genous|plasia|troph(?:y|ic)|algia|lysis|lytic|philic|stasis"
    r"|toxic|[a-z]{2}ases?|azole|mycin|cillin|oxetine|olol|pril|sartan|statins?|azepam|amine|idine|azine|fish"
    r"|centric|morphic|somatic|tropic|phonic|plast(?:y|ic)|therap(?:y|ies|eutic)"
    r"|kinetic|dynamics?|stics?|etics?"
    r")\Z"
)
#: A first part and the word that it is put before.
_COMPOUND = regex(
    r"(?:aero|agro|anti|auto|bi|bio|cardio|co|counter|cross|cyber|de|dis|eco|electro"
    r"|ethno|extra|gastro|geo|hetero|homo|hydro|hyper|hypo|immuno|infra|inter|intra"
    r"|macro|mega|meta|micro|mini|mis|mono|multi|nano|neo|neuro|non|omni|osteo|out"
    r"|over|para|patho|pharmaco|photo|phyto|poly|post|pre|proto|pseudo|psycho|quasi"
    r"|re|retro|self|semi|socio|sub|super|supra|tele|thermo|trans|ultra|un|under|xeno"
    r")(.{4,})\Z"
)
#: The shortest name that a longer word may be derived from: Islam in "Islamophobia".
_SHORTEST_NAME_IN_WORD = 5


@cache
def _list() -> str:
    """Read the file, once: sorted words, a line each, after its comment."""
    path = Path(__file__).with_name("english_words.txt")
    return path.read_text("utf-8").partition("\n\n")[2]


@cache
def _stems(beginning: str) -> frozenset[str]:
    """Return the listed words that begin with two letters: to make all 28,000 words
    of the list takes 4 ms, and a short essay asks for few.
    """
    text = _list()

    def line_at(place: int) -> str:
        start = text.rfind("\n", 0, place) + 1
        return text[start : start + len(beginning)].rstrip()

    places = range(len(text))
    start = bisect_left(places, beginning, key=line_at)
    end = bisect_right(places, beginning, key=line_at)
    return frozenset(text[start:end].split())


def _is_stem(word: str) -> bool:
    return word in _stems(word[:2])


@lru_cache(maxsize=8192)
def is_english_word(word: str) -> bool:
    """Return whether a word, given in lower case, is English and no name.

    >>> [is_english_word(word) for word in ("margins", "intersectionality", "medicaid", "hannah")]
    [True, True, False, False]
    """
    if word.endswith(("'s", "’s", "'", "’")):
        word = word.rstrip("s").rstrip("'’")
    if word.capitalize() in proper_nouns().words:
        return False
    if not word.isalpha() and _CONTRACTED.match(word):
        return True
    return _is_listed(word) or _is_derived(word)


def _is_listed(word: str) -> bool:
    return _is_stem(word) or any(map(_is_stem, _stems_of(word)))


def _stems_of(word: str) -> Iterator[str]:
    """Yield what a word may be an inflection of."""
    if word.endswith("s") and not word.endswith("ss"):
        yield from _singulars(word)
    for ending in _INFLECTIONS:
        if word.endswith(ending):
            yield from _verbs(word.removesuffix(ending))
    for ending in _SUFFIXES:
        if word.endswith(ending):
            yield from _bases(word.removesuffix(ending))


def _singulars(word: str) -> Iterator[str]:
    yield word[:-1]
    if word.endswith("es"):
        yield word[:-2]
    if word.endswith("ies") and len(word) >= _SHORTEST_PLURAL_IN_IES:
        yield word[:-3] + "y"


def _verbs(stem: str) -> Iterator[str]:
    if len(stem) < _SHORTEST_STEM:
        return
    yield stem + "e"
    yield from _bases(stem)
    is_doubled = stem[-1] == stem[-2]
    if is_doubled and len(stem) >= _SHORTEST_VERB_WITH_DOUBLED_LETTER:
        yield stem[:-1]


def _bases(stem: str) -> Iterator[str]:
    if len(stem) < _SHORTEST_STEM:
        return
    yield stem
    if stem.endswith("i"):
        yield stem[:-1] + "y"


def _is_derived(word: str) -> bool:
    """Return whether a word is of a learned form, and not derived from a name."""
    if len(word) < _SHORTEST_COMPOUND or not word.isalpha():
        return False
    if _begins_with_name(word):
        return False
    if len(word) >= _SHORTEST_DERIVED and _LEARNED_ENDING.match(word):
        return True
    compound = _COMPOUND.match(word)
    return compound is not None and _is_listed(compound[1])


def _begins_with_name(word: str) -> bool:
    names = proper_nouns().words
    lengths = range(_SHORTEST_NAME_IN_WORD, len(word))
    return any(word[:length].capitalize() in names for length in lengths)
