"""Quotations of an essay as rules see them."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit.essays.paragraph import Paragraph
from loccit.lint.checked.citation import CheckedCitation


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation.

    Attributes:
        paragraph: where it is; `paragraph.text[start:end]` is the quotation with its
            marks.
        opening, closing: its marks; "" for a block quotation without.
        is_block: whether it is set as a block of its own.
        citation: the citation that belongs to it: after it, or before it in its
            sentence; None if there is none.
    """

    paragraph: Paragraph
    start: int
    end: int
    opening: str = ""
    closing: str = ""
    is_block: bool = False
    citation: CheckedCitation | None = None

    @property
    def words(self) -> str:
        """What is quoted, without the marks."""
        text = self.paragraph.text[self.start : self.end]
        return text[len(self.opening) : len(text) - len(self.closing)]
