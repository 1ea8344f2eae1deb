"""Know where citations with keys are: nothing in them is typed by hand."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from loccit.model import Citation, Span
from loccit.recognize import TypedCitation, TypedEntry


class Taken:
    """The places that citations with keys, and entries, take."""

    def __init__(
        self, citations: Sequence[Citation], entries: Sequence[tuple[str, Span]] = ()
    ) -> None:
        """Gather places.

        Args:
            citations: the citations with keys.
            entries: the entries of a list, each with its part.
        """
        cited = [(each.part, each.span) for each in citations]
        self._spans = sorted([*cited, *entries])

    def __contains__(self, typed: TypedCitation | TypedEntry) -> bool:
        """Return whether something typed overlaps one of them."""
        part, span = typed.part, typed.span
        index = bisect_right(self._spans, (part, span))
        neighbours = self._spans[max(0, index - 1) : index + 1]
        return any(
            other_part == part and other.start < span.end and span.start < other.end
            for other_part, other in neighbours
        )
