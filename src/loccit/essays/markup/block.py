"""The blocks of an essay, as its format reads them."""

from __future__ import annotations

from typing import Literal

from loccit._startup.dataclass import dataclass
from loccit.essays.paragraph import ParagraphKind

#: `printed` is a command that prints the reference list, `other` what has no text.
BlockKind = ParagraphKind | Literal["printed", "other"]


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, an item of a list, a cell, a footnote ...

    Attributes:
        kind: what it is.
        start, end: its place in the text, without the line ending after it.
        content: the stretches that have its text, in order.
        level: the level of a heading, 1 for the highest.
        marker: what begins a list item.
        note: the label of the footnote that it is in.
        is_quoted: whether it is in a block quotation.
        in_fixed_width_table: whether it is a cell that is known by its place in a line.
    """

    kind: BlockKind
    start: int
    end: int
    content: tuple[tuple[int, int], ...] = ()
    level: int = 0
    marker: str = ""
    note: str = ""
    is_quoted: bool = False
    in_fixed_width_table: bool = False
