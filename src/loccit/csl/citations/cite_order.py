"""Step 3: the order in which the cites of a citation are printed (CSL 1.0.2,
"Sorting").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from loccit._startup.dataclass import replace
from loccit.csl.citations.renderer import Renderer
from loccit.csl.citations.sort import sorted_by
from loccit.csl.elements.context import CiteState
from loccit.model import Citation


def cite_order(
    renderer: Renderer,
    citation: Citation,
    states: Mapping[str, CiteState],
) -> list[int]:
    """The numbers of the citation's cites in the order of print.

    Args:
        states: by key, what distinguishes sources: "Hills, Todd, & Jones" precedes
            "Hills, Todd, Lazer, et al.", because cites sort by the names that they show.
    """
    keys = renderer.style.citation.sort_keys
    cites = citation.cites
    if not keys or len(cites) < 2:
        return list(range(len(cites)))
    order: list[int] = []
    for segment in _segments(citation):
        for first in sorted_by(
            segment,
            keys,
            lambda number: renderer.cite_sort_values(
                cites[number].key, states[cites[number].key].names_shown
            ),
        ):
            order.append(first)
            order += _secondaries(citation, first)
    return order


def _segments(citation: Citation) -> list[list[int]]:
    """Split the cites into segments that are sorted: "see also" separates them.

    A cite with a prefix stays where it is, and so do the one whose author is in the
    sentence (APA 7, section 8.12), and the last one, if it ends with "among others".
    The work that another was read in is not sorted: it follows that one.
    """
    segments: list[list[int]] = [[]]
    for number, cite in enumerate(citation.cites):
        if cite.secondary and number:
            continue
        closes = _closes(citation, number)
        if cite.prefix or closes:
            segments.append([])
        segments[-1].append(number)
        is_in_sentence = number == 0 and citation.mode == "narrative"
        if cite.prefix or is_in_sentence:
            segments.append([])
    return segments


def _closes(citation: Citation, number: int) -> bool:
    """Return whether a cite is the last, and a suffix closes the citation."""
    is_last = number + 1 + len(_secondaries(citation, number)) == len(citation.cites)
    return is_last and bool(citation.cites[-1].suffix)


def _secondaries(citation: Citation, number: int) -> list[int]:
    """The numbers of the works that a work was read in, which follow it."""
    end = number + 1
    while end < len(citation.cites) and citation.cites[end].secondary:
        end += 1
    return list(range(number + 1, end))


def in_order(citation: Citation, order: Sequence[int]) -> Citation:
    """The citation with its cites in the order of print."""
    if len(order) == 1:
        return citation
    cites = [citation.cites[number] for number in order]
    return replace(citation, cites=tuple(cites))
