"""How a format of packages writes text: what `PackageDocument` needs to know of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from loccit._startup.namedtuple import NamedTuple
from loccit.essays.packages.story import LiveField, Run, StoryParagraph
from loccit.model import Edit, RichText, Span


class Slot(NamedTuple):
    """Characters of one run that a text replaces.

    Attributes:
        run: the run that they are in.
        span: their place in the part; it may be empty.
        part: the part.
        kept: white space that is in the span, too, and stays before the text.
    """

    run: Run
    span: Span
    part: str
    kept: str = ""


class Writer(Protocol):
    """Writes text as a format has it."""

    def inserted(self, text: RichText, slot: Slot, code: str | None = None) -> str:
        """Write what stands in the place of some characters, in the look of their run.

        Args:
            text: what stands there.
            slot: the characters.
            code: of the live citation that the text becomes; None if it is only text.
        """

    def widened(self, slot: Slot) -> Slot:
        """Return a slot with the white space before it that would get lost there."""

    def removed(self, slot: Slot) -> str:
        """Write what stays in the place of characters that go."""

    def converted(
        self,
        field: LiveField,
        paragraph: StoryParagraph,
        text: RichText,
        code: str | None,
    ) -> list[Edit]:
        """Make of a live citation one of another program, or text.

        Args:
            field: the live citation.
            paragraph: the paragraph that it is in.
            text: what the citation says.
            code: the other code; None makes text of it.
        """

    def paragraph(self, text: RichText, like: StoryParagraph | None) -> str:
        """Write an entry of the reference list as a paragraph.

        Args:
            text: what it says.
            like: an entry whose look it takes; None gives it that of a new list.
        """

    def heading(self, title: str, level: int) -> str:
        """Write the heading of a new list, which begins a page."""

    def live(self, text: RichText, code: str, slot: Slot) -> RichText:
        """Write a live citation, as what stands in the sentence for it.

        Args:
            text: what it says.
            code: its code.
            slot: where it goes.
        """

    def note(self, text: RichText, number: int, code: str | None) -> RichText:
        """Write a footnote, as what stands in the sentence for it.

        Args:
            text: what it says.
            number: its number, as readers will see it.
            code: of the live citation that it is; None if it is only text.
        """

    def holds_more(self, paragraph: StoryParagraph) -> bool:
        """Return whether a paragraph holds more than text, which stays if that goes."""

    def refilled(self, paragraph: StoryParagraph, text: RichText) -> Edit:
        """Return the edit that gives a paragraph that holds nothing more another text."""

    def added_after(self, paragraph: StoryParagraph, texts: Sequence[RichText]) -> Edit:
        """Return the edit that adds entries after a paragraph, in the look of it."""

    def kept_list(
        self, first: StoryParagraph, last: StoryParagraph, code: str
    ) -> list[Edit]:
        """Make the list from one paragraph to another one that a program keeps."""

    def converted_list(
        self, field: LiveField, paragraphs: Sequence[StoryParagraph], code: str | None
    ) -> list[Edit]:
        """Make of a list that a program keeps that of another one, or text.

        Args:
            field: the list.
            paragraphs: its paragraphs.
            code: the other code; None makes text of it.
        """
