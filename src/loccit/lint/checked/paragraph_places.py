"""Find the paragraphs of an essay by their places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from loccit.essays.paragraph import Paragraph


class ParagraphPlaces:
    """The places of paragraphs in the parts of an essay."""

    def __init__(self, paragraphs: Sequence[Paragraph]) -> None:
        """Sort paragraphs by where they begin."""
        self._count = len(paragraphs)
        self._indices = {id(each): index for index, each in enumerate(paragraphs)}
        self._starts: dict[str, list[tuple[int, int]]] = {}
        for index, paragraph in enumerate(paragraphs):
            start = paragraph.mapped.origin(0)
            self._starts.setdefault(paragraph.part, []).append((start, index))
        for starts in self._starts.values():
            starts.sort()

    def of(self, paragraph: Paragraph) -> int:
        """Return the index of a paragraph."""
        return self._indices[id(paragraph)]

    def at(self, place: int, part: str) -> int | None:
        """Return the index of the paragraph that a place of a part is in."""
        starts = self._starts.get(part, [])
        above = bisect_right(starts, (place, self._count))
        return starts[above - 1][1] if above else None
