"""Whether two works are the same, and what tells it."""

from __future__ import annotations

from typing import NamedTuple

from loccit.bibliography.duplicates.authors import agreement
from loccit.bibliography.duplicates.compared_source import ComparedSource
from loccit.bibliography.duplicates.differences import are_different
from loccit.bibliography.duplicates.place import alike, same_place

#: How many words a title has that no other work of the authors has.
_TELLING = 3
_TITLES = {
    "same": "same title",
    "near": "titles a letter apart",
    "short": "same title, one without its subtitle",
    "": "",
}


class Evidence(NamedTuple):
    """What two works have in common, each in words, or `""` where they have it not."""

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
    """What tells that two works are the same, in words; nothing where they are not, or
    nobody can tell.
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
    enough = _is_not_copied if common else _is_enough
    return (
        tuple(filter(None, evidence))
        if enough(evidence, one, other) and (common or names != "other")
        else ()
    )


def _is_not_copied(
    evidence: Evidence, one: ComparedSource, other: ComparedSource
) -> bool:
    """Whether an identifier is that of both works: a book's is copied into its
    chapters, a work's into its parts.
    """
    if evidence.title or not one.title.joined or not other.title.joined:
        return True
    in_another_language = (
        evidence.year and evidence.pages and evidence.names == "same names"
    )
    return bool(in_another_language) and one.title.numbers == other.title.numbers


def _is_enough(evidence: Evidence, one: ComparedSource, other: ComparedSource) -> bool:
    """Whether all that agrees makes works of one title the same, where nothing tells
    that they are two.
    """
    nameless = not one.people and not other.people
    if evidence.isbn and one.kind == other.kind == "whole":
        return True
    if evidence.address:
        return True
    if evidence.pages:
        return bool(evidence.names or evidence.container)
    if one.title.is_common:
        return False
    published = sum(map(bool, (evidence.container, evidence.publisher)))
    if not evidence.year:
        return False
    if evidence.names == "same names" and evidence.title != _TITLES["short"]:
        return published > 0 or _tells(one, other)
    return published > 0 and (bool(evidence.names) or (nameless and _tells(one, other)))


def _tells(one: ComparedSource, other: ComparedSource) -> bool:
    """Whether the titles are so long that chance has no part in it."""
    return min(len(one.title.words), len(other.title.words)) >= _TELLING
