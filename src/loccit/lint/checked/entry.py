"""An entry of the typed list as rules see it."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.dataclass import dataclass
from loccit.essays.mapped_text import MappedText
from loccit.essays.paragraph import Mark
from loccit.model import Source
from loccit.recognize import TypedEntry
from loccit.recognize.segments import Label, Segment


@dataclass(frozen=True, slots=True)
class CheckedEntry:
    """An entry.

    Attributes:
        number: which of the list it is, from 0.
        read: what was read of it.
    """

    number: int
    read: TypedEntry

    @property
    def text(self) -> str:
        """What readers see, without bullet or number."""
        return self.read.text

    @property
    def mapped(self) -> MappedText:
        """The text, which knows where it comes from."""
        return self.read.mapped

    @property
    def marks(self) -> Sequence[Mark]:
        """What its markup sets apart: italics, links."""
        return self.read.marks

    @property
    def source(self) -> Source:
        """The source that was read of it."""
        return self.read.source

    def segments(self, *labels: Label) -> Sequence[Segment]:
        """Return its parts with these labels, in order; none where dashes stand for its
        authors.
        """
        return [each for each in self.read.segments if each.label in labels]

    @property
    def has_italics(self) -> bool:
        """Whether any of it is in italics."""
        return any(mark.kind == "emphasis" for mark in self.marks)

    def italic_in(self, start: int, end: int) -> str:
        """Return the characters of `text[start:end]` that are in italics."""
        return "".join(
            self.text[max(start, mark.start) : min(end, mark.end)]
            for mark in self.marks
            if mark.kind == "emphasis"
        )

    def is_sure(self, variable: str) -> bool:
        """Return whether a CSL variable was read beyond doubt."""
        return variable in self.source.variables and variable not in self.read.doubtful
