"""Decide whether two works are the same, and say why."""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.duplicates.authors import agreement
from loccit.bibliography.duplicates.compared_source import ComparedSource
from loccit.bibliography.duplicates.differences import are_different
from loccit.bibliography.duplicates.place import alike, same_place

#: Words in a title that are enough to make it unique among the works of its authors.
_UNIQUE = 3
_TITLES = {
    "same": "same title",
    "near": "titles a letter apart",
    "short": "same title, one without its subtitle",
    "": "",
}


class Evidence(NamedTuple):
    """What two works have in common, each in words, or `""` where they differ."""

    identifier: str
    isbn: str
    address: str
    title: str
    names: str
    year: str
    pages: str
    container: str
    publisher: str


def same_work(one: ComparedSource, other: ComparedSource) -> tuple[str, ...]:
    """Return in words why two works are the same; nothing if they are not, or if it
    is unclear.
    """
    common = min(one.identifiers & other.identifiers, default=None)
    title = one.title.like(other.title)
    if not common and (not title or are_different(one, other)):
        return ()
    names = agreement(one.people, other.people)
    evidence = Evidence(
        identifier=f"same {common[0]}" if common else "",
        isbn="same ISBN" if one.isbns & other.isbns else "",
        address="same address" if one.address and one.address == other.address else "",
        title=_TITLES[title],
        names={"same": "same names", "part": "same first names"}.get(names, ""),
        year="same year" if one.year is not None and one.year == other.year else "",
        pages="same pages" if same_place(one, other) else "",
        container="same container" if alike(one.container, other.container) else "",
        publisher="same publisher" if alike(one.publisher, other.publisher) else "",
    )
    if common:
        is_same = _is_not_copied(evidence, one, other)
    else:
        is_same = names != "other" and _is_enough(evidence, one, other)
    return tuple(filter(None, evidence)) if is_same else ()


def _is_not_copied(
    evidence: Evidence, one: ComparedSource, other: ComparedSource
) -> bool:
    """Return whether a common identifier identifies both works: that of a book is
    often copied into its chapters, that of a work into its parts.
    """
    if evidence.title or not one.title.joined or not other.title.joined:
        return True
    if one.title.resembles(other.title):
        return bool(evidence.names and evidence.year)
    # A title in another language.
    if not (evidence.year and evidence.pages and evidence.names == "same names"):
        return False
    return one.title.numbers == other.title.numbers


def _is_enough(evidence: Evidence, one: ComparedSource, other: ComparedSource) -> bool:
    """Return whether works with the same title and no known difference have enough in
    common.
    """
    if evidence.isbn and one.kind == other.kind == "whole":
        return True
    if evidence.address:
        return True
    if evidence.pages:
        return bool(evidence.names or evidence.container)
    if one.title.is_common or not evidence.year:
        return False
    same_publication = bool(evidence.container or evidence.publisher)
    if evidence.names == "same names" and evidence.title != _TITLES["short"]:
        return same_publication or _are_unique(one, other)
    if not same_publication:
        return False
    nameless = not one.people and not other.people
    return bool(evidence.names) or (nameless and _are_unique(one, other))


def _are_unique(one: ComparedSource, other: ComparedSource) -> bool:
    """Return whether the titles are too long to agree by chance."""
    return min(len(one.title.words), len(other.title.words)) >= _UNIQUE
