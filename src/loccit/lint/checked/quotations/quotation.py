"""Quotations of an essay as rules see them."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.dataclass import dataclass
from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.paragraph import Paragraph
from loccit.lint.checked.citations.citation import CheckedCitation

#: From so many words on, a quotation is a block (APA 7, section 8.27).
SHORTEST_BLOCK = 40
#: A word of a language with spaces; "don't" and "well-known" are one.
_WORD = regex(r"[^\W_]+(?:['’\-‐‑.][^\W_]+)*")


class Stretch(NamedTuple):
    """Characters of a paragraph, `paragraph.text[start:end]`."""

    paragraph: Paragraph
    start: int
    end: int

    @property
    def text(self) -> str:
        """The characters."""
        return self.paragraph.text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation.

    Attributes:
        stretches: where it is, marks included, its citation not: one in each of its
            paragraphs.
        opening, closing: its marks; "" for a block quotation without.
        is_block: whether it is set as a block of its own.
        citation: the citation that belongs to it: after it, or before it in its
            sentence; None if there is none.
        around: all the citations of its sentence and directly after it.
        bracket: the brackets directly after it, with its citation or the page of one
            before it.
    """

    stretches: Sequence[Stretch]
    opening: str = ""
    closing: str = ""
    is_block: bool = False
    citation: CheckedCitation | None = None
    around: Sequence[CheckedCitation] = ()
    bracket: Stretch | None = None

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph in which it begins."""
        return self.stretches[0].paragraph

    @property
    def start(self) -> int:
        """Where it begins there."""
        return self.stretches[0].start

    @property
    def end(self) -> int:
        """Where it, or what of it is there, ends."""
        return self.stretches[0].end

    @property
    def last(self) -> Stretch:
        """The stretch in which it ends."""
        return self.stretches[-1]

    @property
    def is_cited(self) -> bool:
        """Whether a citation belongs to it, or what looks like one is after it."""
        return self.citation is not None or self.bracket is not None

    @property
    def words(self) -> str:
        """What is quoted, without the marks; its paragraphs are on lines of their own."""
        inside = [stretch.text.removeprefix(self.opening) for stretch in self.stretches]
        return "\n".join(inside).removesuffix(self.closing).strip()

    @property
    def length(self) -> int:
        """How many words are quoted."""
        return len(_WORD.findall(self.words))

    @property
    def is_run_in_block(self) -> bool:
        """Whether it is so long that it should be a block, and is in the text."""
        is_in_text = not self.is_block and self.paragraph.kind != "note"
        return is_in_text and self.length >= SHORTEST_BLOCK
