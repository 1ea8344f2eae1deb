"""How a format of packages writes text: what `PackageDocument` needs to know of it."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from loccit.essays.packages.story import Run, StoryParagraph
from loccit.model import RichText, Span


class Slot(NamedTuple):
    """Characters of one run that a text replaces.

    Attributes:
        run: the run that they are in.
        span: their place in the part; it may be empty.
        part: the part.
    """

    run: Run
    span: Span
    part: str


class Writer(Protocol):
    """Writes text as a format has it."""

    def inserted(self, text: RichText, slot: Slot) -> str:
        """Write what stands in the place of some characters, in the look of their run."""

    def paragraph(self, text: RichText, like: StoryParagraph | None) -> str:
        """Write an entry of the reference list as a paragraph.

        Args:
            text: what it says.
            like: an entry whose look it takes; None gives it that of a new list.
        """

    def heading(self, title: str, level: int) -> str:
        """Write the heading of a new list, which begins a page."""

    def note(self, text: RichText, number: int) -> RichText:
        """Write a footnote, as what stands in the sentence for it.

        Args:
            text: what it says.
            number: its number, as readers will see it.
        """
