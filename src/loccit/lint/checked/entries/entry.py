"""An entry of the typed list as rules see it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.essays.mapped_text import MappedText
from loccit.essays.paragraph import Mark
from loccit.model import Source
from loccit.recognize import TypedEntry
from loccit.recognize.segments import Label, Segment

#: What is in the place of a year to come.
_COMING = regex(
    r"\((in press|forthcoming|in preparation|submitted[^()]{0,30})\)", re.IGNORECASE
)


#: How sure the parser is of a part that is clear.
_CLEAR = 0.95


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
    def key(self) -> str:
        """Its key among the works of the essay; no source of a library has such a one."""
        return f"#{self.number}"

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
        """The source that was read of it; one that is still to come has a status, as
        styles print and sort it by.
        """
        source = self.read.source
        coming = _COMING.search(self.text)
        if not coming or "issued" in source.variables:
            return source
        return source.with_variables({"status": coming[1].lower()})

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

    def is_clear(self, part: Segment) -> bool:
        """Return whether a part is surely what its label says: its variable was read
        beyond doubt, or the parser is sure of the part, whatever it thinks of others.
        """
        return self.is_sure(part.label) or part.probability >= _CLEAR

    def is_sure(self, variable: str) -> bool:
        """Return whether a CSL variable was read beyond doubt."""
        return variable in self.source.variables and variable not in self.read.doubtful
