"""Paragraphs as readers see them: text without markup, with what the markup said.

What people type in italics, in a list or over a link says what it is: the title of a
book, an entry of a list of sources, the address of a page.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal

from loccit._startup.dataclass import dataclass
from loccit._startup.namedtuple import NamedTuple
from loccit.essays.mapped_text import MappedText
from loccit.model import Span

ParagraphKind = Literal["paragraph", "heading", "item", "cell", "note"]
MarkKind = Literal[
    "emphasis",
    "strong",
    "link",
    "image",
    "code",
    "math",
    "superscript",
    "subscript",
    "span",
]


class Mark(NamedTuple):
    """Characters of a paragraph that its markup sets apart, `text[start:end]`.

    Attributes:
        target: the address of a link, if it is written there.
        whole: its place in the part, with its markup.
    """

    kind: MarkKind
    start: int
    end: int
    target: str = ""
    whole: Span | None = None


class Layout(NamedTuple):
    """How a paragraph is set in a document of a word processor.

    Attributes:
        begins_page: whether a page break precedes it.
        is_hanging: whether its lines are indented but for the first.
    """

    begins_page: bool = False
    is_hanging: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The text of a paragraph, heading, list item, table cell or footnote.

    Attributes:
        mapped: its readable text, which knows where it comes from; line breaks are
            `\\n`.
        kind: what it is; the second paragraph of a list item is an `item`, too.
        level: the level of a heading, 1 for the highest.
        marker: what begins a list item, as it is typed: `-`, `3.`.
        is_quoted: whether it is in a block quotation.
        in_fixed_width_table: whether it is a cell that is known by its place in a line.
        marks: what the markup sets apart, in the order in which it begins.
        layout: how it is set; None where a format leaves that to others.
    """

    mapped: MappedText
    kind: ParagraphKind = "paragraph"
    level: int = 0
    marker: str = ""
    is_quoted: bool = False
    in_fixed_width_table: bool = False
    marks: tuple[Mark, ...] = ()
    layout: Layout | None = None

    @property
    def text(self) -> str:
        """Its characters."""
        return self.mapped.text

    @property
    def part(self) -> str:
        """The part of the essay that it is in."""
        return self.mapped.part

    def span(self, start: int, end: int) -> Span:
        """Return the span in the part that `text[start:end]` comes from."""
        return self.mapped.span(start, end)

    def marks_in(self, start: int, end: int) -> Sequence[Mark]:
        """Return the marks that begin in `text[start:end]`; none reaches beyond it."""
        first = bisect_left(self.marks, start, key=_begin)
        last = bisect_left(self.marks, end, key=_begin)
        return [
            mark._replace(end=min(mark.end, end)) for mark in self.marks[first:last]
        ]

    def marked_span(self, start: int, end: int) -> Span:
        """Return the span in the part that `text[start:end]` comes from, with the markup
        of what begins and ends there.
        """
        inner = self.mapped.span(start, end)
        first = bisect_left(self.marks, start, key=_begin)
        last = bisect_left(self.marks, end, key=_begin)
        wholes = [
            mark.whole
            for mark in self.marks[first:last]
            if mark.whole and mark.end <= end
        ]
        return Span(
            min([inner.start, *[whole.start for whole in wholes]]),
            max([inner.end, *[whole.end for whole in wholes]]),
        )


def _begin(mark: Mark) -> int:
    return mark.start
