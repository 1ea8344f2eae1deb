"""The paragraphs of a document, found by places in its parts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from loccit.essays.packages.story import StoryParagraph
from loccit.model import Span


class ShownParagraphs:
    """The paragraphs that readers see.

    Attributes:
        all: each of them, in the order of the stories.
    """

    def __init__(self, paragraphs: Sequence[StoryParagraph]) -> None:
        """Prepare to find paragraphs."""
        self.all = paragraphs
        places: dict[str, list[tuple[int, int]]] = {}
        for number, each in enumerate(paragraphs):
            place = (each.element.start, number)
            places.setdefault(each.paragraph.part, []).append(place)
        ordered = {part: sorted(found) for part, found in places.items()}
        self._starts = {
            part: [start for start, _ in found] for part, found in ordered.items()
        }
        self._numbers = {
            part: [number for _, number in found] for part, found in ordered.items()
        }

    def number_at(self, offset: int, part: str) -> int | None:
        """Return the number of the paragraph with a character, from 0."""
        numbers = self._numbers.get(part, [])
        index = bisect_right(self._starts.get(part, []), offset) - 1
        while index >= 0 and self.all[numbers[index]].element.end < offset:
            index -= 1  # a text box that ended before, in the same paragraph
        return numbers[index] if index >= 0 else None

    def at(self, offset: int, part: str) -> StoryParagraph | None:
        """Return the paragraph with a character."""
        number = self.number_at(offset, part)
        return None if number is None else self.all[number]

    def of(self, spans: Iterable[Span], part: str) -> list[StoryParagraph]:
        """Return the paragraphs in which spans begin."""
        found = (self.at(span.start, part) for span in spans)
        return [each for each in found if each]

    def within(self, span: Span, part: str) -> list[StoryParagraph]:
        """Return the paragraphs of a span, without blank ones."""
        first = self.number_at(span.start, part)
        last = self.number_at(max(span.end - 1, 0), part)
        if first is None or last is None:
            return []
        inside = self.all[first : last + 1]
        return [each for each in inside if each.paragraph.text.strip()]

    def are_next(self, first: int | None, second: int | None) -> bool:
        """Return whether only blank paragraphs are between two."""
        if first is None or second is None:
            return False
        between = self.all[first + 1 : second]
        return not any(each.paragraph.text.strip() for each in between)
