"""What is found in Markdown's blocks, and the state of the reader that finds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Literal

from loccit._startup.dataclass import dataclass, field, replace
from loccit.essays.formats.markdown import html
from loccit.essays.formats.markdown.block_context import BlockContext
from loccit.essays.formats.markdown.defined_labels import DefinedLabels
from loccit.essays.formats.markdown.fences import closing_div_end
from loccit.essays.mapped_text import MappedText
from loccit.essays.text_range import TextRange

#: How deep lists and quotes may be nested; deeper ones are read as text.
_DEEPEST = 40

BlockKind = Literal[
    "heading",
    "paragraph",
    "item",
    "note",
    "definition",
    "metadata",
    "raw",
    "open",
    "close",
    "other",
]

#: Return whether a run `text[start:end]` is wanted.
Wanted = Callable[[str, int, int], bool]


@dataclass(frozen=True, slots=True)
class Run:
    """A run of text, `mapped.text[start:end]`.

    Attributes:
        context: the blocks it is in.
        note: the label of the footnote whose definition it is part of, or "".
        in_fixed_width_table: whether it is a cell that is known by its place in a line.
        marker: the marker of the list item that it begins.
    """

    mapped: MappedText
    start: int
    end: int
    context: BlockContext
    note: str = ""
    in_fixed_width_table: bool = False
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """A block on the top level, or in fenced divs and HTML elements alone;
    `text[start:end]` of the document.
    """

    kind: BlockKind
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class BlockStructure:
    """What the blocks of a document hold.

    Attributes:
        mapped: the document as it was read.
        runs: the runs of text that are wanted, in order.
        labels: the labels that it defines.
        blocks: those on its top level, in order.
        chunks: code that runs before pandoc, in R Markdown and Quarto.
    """

    mapped: MappedText
    runs: list[Run] = field(default_factory=list)
    labels: DefinedLabels = field(default_factory=DefinedLabels)
    blocks: list[Block] = field(default_factory=list)
    chunks: list[MappedText] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Open:
    """A fenced div (no `element`) or an HTML element that blocks are in.

    Attributes:
        indent: how far its lines may be indented.
        outside: the context around it.
    """

    element: str
    indent: int
    outside: BlockContext


class BlockReader(TextRange):
    """The state of reading one text; containers in it are texts of their own, which
    `read` reads.
    """

    def __init__(
        self,
        mapped: MappedText,
        context: BlockContext,
        structure: BlockStructure,
        wanted: Wanted,
        read: Callable[[BlockReader], None],
        note: str = "",
        depth: int = 0,
        marker: str = "",
    ) -> None:
        super().__init__(mapped.text, 0, len(mapped.text))
        self.mapped = mapped
        self.context = context
        self.structure = structure
        self.labels = structure.labels
        self.wanted = wanted
        self._read = read
        self._note = note
        self._depth = depth
        self._marker = marker
        self._open: list[_Open] = []

    def record(self, kind: BlockKind, start: int, end: int) -> None:
        """Record a block, if it is on the top level."""
        if self._depth == 0:
            self.structure.blocks.append(Block(kind, start, end))

    def enter(self, element: str, indent: int) -> None:
        """Go on inside a fenced div (no `element`) or an HTML element."""
        self._open.append(_Open(element, indent, self.context))
        if element:
            self.context = replace(self.context, element=element)
        else:
            self.context = replace(self.context, in_div=True)

    def skip_indent(self, position: int) -> int:
        """Return the position after the indent of what blocks are in."""
        for _ in range(self._open[-1].indent if self._open else 0):
            if self.has(" ", position):
                position += 1
        return position

    def close(self, position: int) -> int | None:
        """Leave the innermost div or element, if it closes at `position`; return where
        the line or tag ends that closes it.
        """
        if not self._open:
            return None
        top = self._open[-1]
        if top.element:
            end = html.closing_tag_end(self.text, position, self.end, top.element)
        else:
            end = closing_div_end(self.text, position)
        if end:
            self._open.pop()
            self.context = top.outside
            self.record("close", position, end)
        return end

    def add(self, start: int, end: int, heading: int = 0) -> None:
        """Add a run of this text, if it is wanted."""
        if not self.wanted(self.text, start, end):
            return
        context = self.context
        if heading:
            context = replace(context, heading=heading)
        run = Run(
            self.mapped, start, end, context, self._note, marker=self._take_marker()
        )
        self.structure.runs.append(run)

    def _take_marker(self) -> str:
        """Return the marker of the item that begins here, for the first run in it."""
        marker, self._marker = self._marker, ""
        return marker

    def add_apart(self, stretches: Iterable[tuple[int, int]]) -> None:
        """Add a run put together from stretches of this text, if it is wanted."""
        mapped = self.mapped.cut(stretches)
        end = len(mapped.text)
        if self.wanted(mapped.text, 0, end):
            self.structure.runs.append(Run(mapped, 0, end, self.context, self._note))

    def add_cell(
        self, stretches: Iterable[tuple[int, int]], is_fixed_width: bool
    ) -> None:
        """Add the cell of a table, if it is wanted.

        Args:
            is_fixed_width: whether it is known by its place in a line.
        """
        mapped = self.mapped.cut(stretches)
        end = len(mapped.text)
        if self.wanted(mapped.text, 0, end):
            context = replace(self.context, in_cell=True)
            run = Run(mapped, 0, end, context, self._note, is_fixed_width)
            self.structure.runs.append(run)

    def inside(
        self,
        stretches: Iterable[tuple[int, int]],
        in_list: bool = False,
        in_quote: bool = False,
        note: str | None = None,
        marker: str = "",
    ) -> None:
        """Read the blocks in a container, put together from stretches of this text.

        Args:
            in_list: whether it is an item of a list.
            in_quote: whether it is a quotation.
            note: the label of the footnote that it defines.
            marker: what begins the item, as it is typed.
        """
        mapped = self.mapped.cut(stretches)
        end = len(mapped.text)
        # What defines a label is read even where no run of it is wanted.
        if "]:" not in mapped.text and not self.wanted(mapped.text, 0, end):
            return
        context = replace(
            self.context,
            in_list=in_list or self.context.in_list,
            in_quote=in_quote or self.context.in_quote,
        )
        note = self._note if note is None else note
        if self._depth >= _DEEPEST:
            run = Run(mapped, 0, end, context, note, marker=marker)
            self.structure.runs.append(run)
            return
        inner = BlockReader(
            mapped,
            context,
            self.structure,
            self.wanted,
            self._read,
            note,
            self._depth + 1,
            marker,
        )
        self._read(inner)
