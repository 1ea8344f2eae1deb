"""Omit the year if an author is named again in the sentences of a paragraph.

APA 7, section 8.16.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from loccit.csl.citations.narrative import locator_part
from loccit.csl.output_tree import NOTHING, Output, find, is_empty, without
from loccit.model import Citation


def repeated_narratives(
    citations: Sequence[Citation],
    keys: Iterable[str],
    authors_of: Callable[[str], str],
) -> Iterator[int]:
    """The numbers of narrative citations whose work has one before in the paragraph.

    Not those whose authors have other works that are cited too: without the year, they
    could be either.

    Args:
        citations: in document order.
        keys: of all works that are cited.
        authors_of: the names that a cite of a key shows.
    """
    works: Counter[str] = Counter()
    for number in _repeated(citations):
        works = works or Counter(map(authors_of, keys))
        key = citations[number].cites[0].key
        if works[authors_of(key)] == 1:
            yield number


def _repeated(citations: Sequence[Citation]) -> Iterator[int]:
    """The numbers of narrative citations that repeat the work of another."""
    seen: set[tuple[int, int, str]] = set()
    for number, citation in enumerate(citations):
        if citation.mode != "narrative" or not citation.cites:
            continue
        first = citation.cites[0]
        place = (citation.context.paragraph, citation.note, first.key)
        if place not in seen:
            seen.add(place)
        elif len(citation.cites) == 1 and not first.suffix:
            yield number


def without_year(rest: Output) -> Output:
    """The rest of a narrative citation without the date.

    A locator stays.  If there is more, the date stays too.
    """
    if find(rest, "date") is None:
        return rest
    if not is_empty(without(rest, "date", "label", "locator")):
        return rest
    page = locator_part(rest)
    return page if page is not None else NOTHING
