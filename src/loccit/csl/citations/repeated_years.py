"""The year left out where an author is named again in the sentences of a paragraph (APA
7, section 8.16).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from loccit.csl.citations.narrative import locator_part
from loccit.csl.output_tree import Node, Output, find, is_empty, without
from loccit.model import Citation


def repeated_narratives(
    citations: Sequence[Citation], keys: Iterable[str], authors_of: Callable[[str], str]
) -> Iterator[int]:
    """The numbers of citations in a sentence whose work was cited so before in the same
    paragraph.

    Not those whose authors wrote other works that are cited too: without the year they
    could be either.

    Args:
        citations: in document order.
        keys: of all works that are cited.
        authors_of: the names that a cite of a key shows.
    """
    seen: set[tuple[int, int, str]] = set()
    works: Counter[str] = Counter()
    for number, citation in enumerate(citations):
        if citation.mode != "narrative" or not citation.cites:
            continue
        first = citation.cites[0]
        place = (citation.context.paragraph, citation.note, first.key)
        if place not in seen:
            seen.add(place)
            continue
        works = works or Counter(map(authors_of, keys))
        if (
            len(citation.cites) == 1
            and not first.suffix
            and works[authors_of(first.key)] == 1
        ):
            yield number


def without_year(rest: Output) -> Output:
    """What is left of the brackets without the date: a locator, or nothing; all of it
    where there is more than that.
    """
    if find(rest, "date") is None:
        return rest
    page = locator_part(rest)
    more = without(rest, "date", "label", "locator")
    return rest if not is_empty(more) else page if page is not None else Node(())
