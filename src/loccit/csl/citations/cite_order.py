"""Step 3: the order in which the cites of a citation are printed (CSL 1.0.2,
"Sorting").
"""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.dataclass import replace
from loccit.csl.citations.renderer import Renderer
from loccit.csl.citations.sort import sorted_by
from loccit.model import Citation


def cite_order(renderer: Renderer, citation: Citation) -> list[int]:
    """The numbers of the citation's cites in the order of print."""
    keys = renderer.style.citation.sort_keys
    cites = citation.cites
    if not keys or len(cites) < 2:
        return list(range(len(cites)))
    order: list[int] = []
    for segment in _segments(citation):
        for first in sorted_by(
            segment,
            keys,
            lambda number: renderer.sort_values(
                cites[number].key, in_bibliography=False
            ),
        ):
            order.append(first)
            order += _secondaries(citation, first)
    return order


def _segments(citation: Citation) -> list[list[int]]:
    """Split the cites into segments that are sorted: "see also" separates them.

    A cite with a prefix stays where it is, and so does the one whose author is in the
    sentence (APA 7, section 8.12).  The work that another was read in is not sorted: it
    follows that one.
    """
    segments: list[list[int]] = [[]]
    for number, cite in enumerate(citation.cites):
        if cite.secondary:
            continue
        if number and cite.prefix:
            segments.append([])
        segments[-1].append(number)
        is_in_sentence = number == 0 and citation.mode == "narrative"
        if cite.prefix or is_in_sentence:
            segments.append([])
    return segments


def _secondaries(citation: Citation, number: int) -> list[int]:
    """The numbers of the works that a work was read in, which follow it."""
    end = number + 1
    while end < len(citation.cites) and citation.cites[end].secondary:
        end += 1
    return list(range(number + 1, end))


def in_order(citation: Citation, order: Sequence[int]) -> Citation:
    """The citation with its cites in the order of print."""
    cites = [citation.cites[number] for number in order]
    return replace(citation, cites=tuple(cites))
