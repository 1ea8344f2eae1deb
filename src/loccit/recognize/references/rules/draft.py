"""A reference whose parts are being found: what has a label, and what is still free."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loccit._startup.regex import regex
from loccit.essays.paragraph import Mark
from loccit.model import Span
from loccit.recognize.segments import Label, Segment

#: Stands for each character that has a label or announces one that has.
TAKEN = "\0"
#: How sure a part is whose form leaves no doubt; the model is overruled from here on.
CERTAIN = 0.99
_FREE = regex(rf"[^{TAKEN}]+")


class Draft:
    """The text of a reference and the parts found so far.

    Attributes:
        text: the reference.
        free: the same with `TAKEN` for what is no longer free, so that an expression
            that is searched in it can't reach over a part.
        marks: what the markup sets apart.
        segments: the parts.
    """

    def __init__(self, text: str, marks: Sequence[Mark] = ()) -> None:
        self.text = self.free = text
        self.marks = marks
        self.segments: list[Segment] = []

    def take(self, start: int, end: int) -> None:
        """Take a stretch that has no label of its own: "Retrieved from"."""
        self.free = self.free[:start] + TAKEN * (end - start) + self.free[end:]

    def label(
        self, label: Label, start: int, end: int, probability: float = 1.0
    ) -> None:
        """Give a stretch its label, and take it."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start < end:
            self.segments.append(Segment(label, start, end, probability))
            self.take(start, end)

    def label_groups(self, found: re.Match[str], probability: float = 1.0) -> None:
        """Give the named groups of a match the labels of their names, and take it all.

        A name has `_` for a hyphen; one at its end makes it the second of that label.
        """
        for name in found.re.groupindex:
            if found[name]:
                label: Label = name.rstrip("_").replace("_", "-")  # type: ignore[assignment]  # a label by name
                self.label(label, *found.span(name), probability)
        self.take(*found.span())

    def first(self, *labels: Label) -> Segment | None:
        """Return the first part in the text with one of the labels."""
        found = [segment for segment in self.segments if segment.label in labels]
        return min(found, key=lambda segment: segment.start, default=None)

    def gaps(self, start: int = 0) -> Iterator[Span]:
        """Yield the free stretches from a place on."""
        for found in _FREE.finditer(self.free, start):
            yield Span(*found.span())
