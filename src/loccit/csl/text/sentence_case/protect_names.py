"""Protect the names in a title, so that sentence case keeps their capitals.

Names are those that everybody knows (`proper_nouns.txt`), those that the user lists,
those that sentences of the entry or of its file show, and those that the entry itself
mentions: its people, its places, the group that published it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from loccit._startup.regex import regex
from loccit.model import Name, Source
from loccit.values.letter_case.proper_nouns import proper_nouns

_PLACES = (
    "publisher-place",
    "event-place",
    "original-publisher-place",
    "archive-place",
    "jurisdiction",
)
_GROUPS = ("publisher", "authority")
_TAG = regex(r"(<[^<>]*>)")
_WORD = regex(r"\w+")
#: Separates the parts of a place: "Exeter, UK".
_SEPARATOR = regex(r"\s*[,;/()]\s*")
#: Surnames of two letters are more often syllables or words.
_SHORTEST_SURNAME = 3

#: Months that are other words too, except beside a number.
_MONTHS = frozenset(["March", "May", "August"])
_ANY_MONTH = "|".join(sorted(_MONTHS))
_MONTH = rf"(?:{_ANY_MONTH})(?=[ \xa0]\d)|(?<=\d )(?:{_ANY_MONTH})"
#: The codes that follow the name of a town: "Portland, OR".
_STATE_CODES = """
    AL AK AZ AR CA CO CT DC DE FL GA HI ID IL IN IA KS KY LA MA MD ME MI MN MO MS MT
    NC ND NE NH NJ NM NV NY OH OK OR PA PR RI SC SD TN TX UT VA VT WA WI WV WY
"""
_STATES = frozenset(_STATE_CODES.split())
_ANY_STATE = "|".join(sorted(_STATES, reverse=True))
#: A town before a state: its last word, and the words before that surely are part of it.
_TOWN = (
    r"(?:(?<=, )(?:[A-Z][\w'’.-]* )+"
    r"|(?:East|El|Fort|Las|Los|Mount|New|North|Port|Saint|San|Santa|South|St\.|West) )?"
    rf"[A-Z][\w'’-]*(?=, (?:{_ANY_STATE})(?!\w))"
)


def with_names_protected(
    source: Source,
    title: str,
    own: Sequence[str] = (),
    shown: Collection[str] = (),
) -> str:
    """Put a `nocase` span around each name of several words, or of the entry.

    Args:
        source: the entry.
        title: one of its titles, in CSL-JSON's markup.
        own: names that the user lists.  They are printed as listed, whatever their
            letter case in the title.
        shown: names that sentences show.

    >>> with_names_protected(Source("a", "book"), "The Labor Movement in Los Angeles")
    'The Labor Movement in <span class="nocase">Los Angeles</span>'
    """
    words = _WORD.findall(title)
    names = [*_known_phrases(title, words), *_names_of_entry(source, title)]
    names += [name for name in shown if name in title]
    if not names and not own and not _may_have_date_or_town(words):
        return title
    pattern = _any_of(tuple(own), tuple(dict.fromkeys(names)))
    spelling = {name.casefold(): name for name in own}
    return _protected(title, pattern, spelling)


def _may_have_date_or_town(words: list[str]) -> bool:
    return not (_MONTHS.isdisjoint(words) and _STATES.isdisjoint(words))


def _protected(
    title: str,
    names: re.Pattern[str],
    spelling: Mapping[str, str],
) -> str:
    """A title with its names in spans."""
    pieces = _TAG.split(title)
    depth = 0  # of spans, whose content is protected already
    for number, piece in enumerate(pieces):
        if number % 2:
            depth += _depth_change(piece)
        elif not depth:
            pieces[number] = _protected_text(piece, names, spelling)
    return "".join(pieces)


def _depth_change(tag: str) -> int:
    if tag.startswith("<span"):
        return 1
    return -1 if tag.startswith("</span") else 0


def _protected_text(
    text: str,
    names: re.Pattern[str],
    spelling: Mapping[str, str],
) -> str:
    """A text without tags, with its names in spans."""
    pieces: list[str] = []
    end = 0
    for match in names.finditer(text):
        name = spelling.get(match[0].casefold(), match[0])
        pieces.append(text[end : match.start()])
        pieces.append(f'<span class="nocase">{name}</span>')
        end = match.end()
    pieces.append(text[end:])
    return "".join(pieces)


@lru_cache(maxsize=64)
def _any_of(own: tuple[str, ...], names: tuple[str, ...]) -> re.Pattern[str]:
    """Match a name as a whole; those that the user lists in any letter case."""
    alternatives = [_MONTH, _TOWN]
    if names:
        alternatives.insert(0, _longest_first(names))
    if own:
        alternatives.insert(0, f"(?i:{_longest_first(own)})")
    return re.compile(rf"(?<!\w)(?:{'|'.join(alternatives)})(?!\w)")


def _longest_first(names: tuple[str, ...]) -> str:
    ordered = sorted(names, key=len, reverse=True)
    return "|".join([re.escape(name) for name in ordered])


def _known_phrases(title: str, words: list[str]) -> list[str]:
    """The known names of several words that are in the title."""
    phrases = proper_nouns().phrases
    if phrases.keys().isdisjoint(words):  # as for most titles
        return []
    found: list[str] = []
    for word in words:
        for phrase in phrases.get(word, ()):
            if phrase in title:
                found.append(phrase)
    return found


def _names_of_entry(source: Source, title: str) -> Iterator[str]:
    """The names in other variables of the entry that are in the title."""
    for value in source.variables.values():
        if isinstance(value, tuple):
            for name in value:
                yield from _names_of_person(name, title)
    for variable in _PLACES:
        if variable in source.variables:
            for place in _SEPARATOR.split(source.plain(variable)):
                if place in title and _is_capitalized(place):
                    yield place
    for variable in _GROUPS:
        if variable in source.variables:
            group = source.plain(variable).strip()
            if group in title and _is_long_name(group):
                yield group


def _names_of_person(name: Name, title: str) -> Iterator[str]:
    """The full name or the surname; of a group, only a name of several words."""
    surname = name.family
    if name.literal:
        if name.literal in title and _is_long_name(name.literal):
            yield name.literal
    elif surname in title and _is_capitalized(surname):
        full = " ".join(f"{name.given} {name.non_dropping_particle} {surname}".split())
        if name.given and full in title:
            yield full
        common = proper_nouns().common_surnames
        if len(surname) >= _SHORTEST_SURNAME and surname not in common:
            yield surname


def _is_long_name(text: str) -> bool:
    return " " in text and _is_capitalized(text)


def _is_capitalized(text: str) -> bool:
    return text[:1].isupper() and not text.isupper()
