"""The order in which the cites of a citation are printed (CSL 1.0.2, "Sorting"); step
3.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from loccit._startup.dataclass import replace
from loccit.csl.citations.renderer import Renderer
from loccit.csl.citations.sort import sorted_by
from loccit.model import Citation


def cite_order(renderer: Renderer, citation: Citation) -> list[int]:
    """The numbers of the citation's cites in the order they are printed in."""
    keys, cites = renderer.style.citation.sort_keys, citation.cites
    if not keys or len(cites) < 2:
        return list(range(len(cites)))
    order: list[int] = []
    for segment in _segments(citation):
        order += sorted_by(
            segment,
            keys,
            lambda number: renderer.sort_values(
                cites[number].key, in_bibliography=False
            ),
        )
    return [
        number for first in order for number in (first, *_secondaries(citation, first))
    ]


def _segments(citation: Citation) -> list[list[int]]:
    """Numbers of cites that may change places: "see also" keeps what stands before it
    from what stands after.

    A cite with a prefix stays where it is, and so does the one whose author stands in
    the sentence (APA 8.12).  What a work was read in goes with it, and is none of them.
    """
    segments: list[list[int]] = [[]]
    for number, cite in enumerate(citation.cites):
        if cite.secondary:
            continue
        if number and cite.prefix:
            segments.append([])
        segments[-1].append(number)
        if cite.prefix or (not number and citation.mode == "narrative"):
            segments.append([])
    return segments


def _secondaries(citation: Citation, number: int) -> Iterator[int]:
    """The numbers of what a cite was read in, which stand behind it."""
    following = range(number + 1, len(citation.cites))
    return takewhile(lambda index: citation.cites[index].secondary, following)


def in_order(citation: Citation, order: Sequence[int]) -> Citation:
    """The citation with its cites in the order they are printed in."""
    return replace(citation, cites=tuple(citation.cites[index] for index in order))
