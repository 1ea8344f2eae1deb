"""Entries that a cite may be of, if something in one of the two is wrong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit.lint.checked.entries.entry import CheckedEntry
from loccit.recognize import TypedCite
from loccit.recognize.matching.people import people_of
from loccit.recognize.matching.spelling import folded

#: Reasons that only the year of an entry is not that of a cite.
_SAME_BUT_YEAR = frozenset(
    [
        "listed",
        "more-authors",
        "other-year",
        "same-coauthor",
        "same-full-name",
        "same-group",
        "same-name",
    ]
)
#: So many letters of a name may be wrong, by its length.
_WRONG_IN_SHORT, _WRONG_IN_LONG, _LONG = 1, 2, 6
#: A shorter name is another one, not a misspelt one.
_SHORTEST = 3


def spelt_alike(
    cite: TypedCite, entries: Sequence[CheckedEntry]
) -> Iterator[CheckedEntry]:
    """Yield the entries of the year of a cite whose first author is spelt almost as its
    first name.
    """
    if not cite.names or not cite.year:
        return
    typed = "".join(folded(cite.names[0]))
    for entry in entries:
        names = _names(entry) if cite.year in entry.text else ()
        if any(_is_alike(typed, name) for name in names):
            yield entry


def is_misdated(cite: TypedCite, entry: CheckedEntry) -> bool:
    """Return whether the names of a cite are those of an entry, the only one that they
    may be of, and its year has one other digit, or two that changed places.
    """
    reasons = {reason.code for reason in cite.candidates[0].reasons}
    if len(cite.candidates) > 1 or not reasons <= _SAME_BUT_YEAR:
        return False
    year = author_and_year(entry)[1]
    if not (cite.year.isdecimal() and len(cite.year) == len(year)):
        return False
    differing = sum(one != other for one, other in zip(cite.year, year, strict=True))
    return differing == 1 or sorted(cite.year) == sorted(year)


def author_and_year(entry: CheckedEntry) -> tuple[str, str]:
    """Return the folded name of the first author of an entry, and its year."""
    issued = entry.source.date("issued")
    year = str(issued.start.year) if issued and issued.start else str(entry.number)
    return _first_name(entry), year


def _first_name(entry: CheckedEntry) -> str:
    """Return the folded name of the first author, or the first word."""
    people = people_of(entry.source)
    words = people[0].family if people else folded(entry.text)[:1]
    return "".join(words)


def _names(entry: CheckedEntry) -> set[str]:
    """Return the folded name of the first author, and the first word."""
    return {_first_name(entry), *folded(entry.text)[:1]}


def _is_alike(typed: str, name: str) -> bool:
    from rapidfuzz.distance import OSA  # takes 20 ms to import

    shorter = min(len(typed), len(name))
    if shorter < _SHORTEST:
        return False
    most = _WRONG_IN_LONG if shorter >= _LONG else _WRONG_IN_SHORT
    return OSA.distance(typed, name, score_cutoff=most) <= most
