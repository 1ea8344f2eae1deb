"""The reason that one of two entries comes first."""

from __future__ import annotations

from typing import Literal

from loccit import csl
from loccit._startup.regex import regex
from loccit.lint.checked.entries.entry import CheckedEntry
from loccit.lint.checked.entries.sorted_entries import leading_names, sorted_name
from loccit.model import Name

#: The surnames of the first authors, with or without a particle; their initials; one
#: author or many; the years; the titles; or that one of the entries begins with its title.
Reason = Literal[
    "letters", "particle", "initials", "coauthors", "years", "titles", "no-author"
]

#: A surname, and the initials.
_WholeKey = tuple[csl.CollationKey, str]

_LETTERS = regex(r"[^\W\d_]+")
_ET_AL = regex(r"\bet\.? al\b|\bu\. ?a\.|…|\. \. \.")
#: How an "et al." is read.
_OTHERS = "others"
_UNDATED = regex(r"\((?:n\.\s?d\.|in press|forthcoming)")


def sort_reason(entry: CheckedEntry, other: CheckedEntry) -> Reason | None:
    """Return what decides which of two entries comes first; None if that is not surely
    read.
    """
    one, two = leading_names(entry.source)[1], leading_names(other.source)[1]
    if not one or not two:
        return "no-author"
    first, second = one[0], two[0]
    if _key(sorted_name(first)) != _key(sorted_name(second)):
        return _surnames(first, second)
    if not (_has_sure_names(entry) and _has_sure_names(other)):
        return None
    if _initials(first) != _initials(second):
        return "initials" if _are_others(first, second) else None
    if [*map(_whole_key, one)] != [*map(_whole_key, two)]:
        return "coauthors" if _differ_surely(entry, other) else None
    if not (_is_dated(entry) and _is_dated(other)):
        return None
    if _year(entry) != _year(other):
        return "years"
    return "titles" if entry.is_sure("title") and other.is_sure("title") else None


def _has_sure_names(entry: CheckedEntry) -> bool:
    return entry.is_sure(leading_names(entry.source)[0])


def _surnames(first: Name, second: Name) -> Reason | None:
    """Return what decides between two names; None if that depends on whether spaces
    count.
    """
    names = sorted_name(first), sorted_name(second)
    by_words = _key(names[0]) < _key(names[1])
    by_letters = _key(_joined(names[0])) < _key(_joined(names[1]))
    if by_words != by_letters:
        return None
    has_particle = first.non_dropping_particle or second.non_dropping_particle
    return "particle" if has_particle else "letters"


def _joined(name: str) -> str:
    return "".join(_LETTERS.findall(name))


def _are_others(first: Name, second: Name) -> bool:
    """Return whether two with one surname are not one person, whose second name is left
    out once.
    """
    one, two = _initials(first), _initials(second)
    return not one.startswith(two) and not two.startswith(one)


def _differ_surely(entry: CheckedEntry, other: CheckedEntry) -> bool:
    """Return whether names that are there decide, not those after an "et al."."""
    one, two = _named(entry), _named(other)
    fewer = min(len(one), len(two))
    if one[:fewer] != two[:fewer]:
        return True
    shorter = entry if len(one) == fewer else other
    return len(one) == len(two) or not _ET_AL.search(shorter.text)


def _named(entry: CheckedEntry) -> list[_WholeKey]:
    """Return the names of an entry without an "et al."."""
    names = leading_names(entry.source)[1]
    return [_whole_key(name) for name in names if name.literal != _OTHERS]


def _key(text: str) -> csl.CollationKey:
    return csl.collation_key(text)


def _initials(name: Name) -> str:
    return "".join(word[0] for word in _LETTERS.findall(name.given.casefold()))


def _whole_key(name: Name) -> _WholeKey:
    return _key(sorted_name(name)), _initials(name)


def _is_dated(entry: CheckedEntry) -> bool:
    """Return whether a year, or what is in its place, was surely read."""
    return entry.is_sure("issued") or _UNDATED.search(entry.text) is not None


def _year(entry: CheckedEntry) -> str:
    source = entry.source
    date = source.date("issued")
    start = str(date.start.year) if date and date.start else ""
    return start or source.text("status")
