"""Where the reading of Markdown's blocks stands: what they lie in, and what was found."""

from __future__ import annotations

from collections.abc import Callable

from loccit._startup.dataclass import dataclass, replace
from loccit.essays.formats.markdown import html
from loccit.essays.formats.markdown.block_context import BlockContext
from loccit.essays.formats.markdown.document import Block, BlockKind, Document, Run
from loccit.essays.formats.markdown.fences import closing_fence
from loccit.essays.mapped_text import MappedText
from loccit.essays.syntax.grammar import may_cite

#: What begins a footnote's mark.
_NOTE_MARKS = ("[^", "^[")
#: How deep lists and quotes may lie in each other; deeper ones are read as text.
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class _Open:
    """What blocks lie in: a fenced div (no `element`) or an HTML element, the `indent`
    of its lines left aside.

    `outside` is the context around it."""

    element: str
    indent: int
    outside: BlockContext


def is_wanted(text: str, start: int, end: int) -> bool:
    """Return whether `text[start:end]` may hold a citation or a footnote's mark."""
    if may_cite(text, start, end):
        return True
    return any(text.find(mark, start, end) >= 0 for mark in _NOTE_MARKS)


class Blocks:
    """The blocks of one mapped, which `read` reads; those within them are regions of
    their own.
    """

    def __init__(
        self,
        mapped: MappedText,
        context: BlockContext,
        document: Document,
        read: Callable[[Blocks], None],
        note: str = "",
        depth: int = 0,
    ) -> None:
        self.mapped = mapped
        self.text = mapped.text
        self.context = context
        self.document = document
        self.note = note
        self.depth = depth
        self.open: list[_Open] = []
        self._read = read

    def record(self, kind: BlockKind, start: int, end: int) -> None:
        if self.depth == 0:
            self.document.blocks.append(Block(kind, start, end))

    def close(self, top: _Open, position: int) -> int:
        if top.element:
            tag = html.tag_at(self.text, position, len(self.text))
            end = tag[2] if tag and tag[1] and tag[0] == top.element else 0
        else:
            end = closing_fence(self.text, position)
        if end:
            self.context = self.open.pop().outside
            self.record("close", position, end)
        return end

    def enter(self, element: str, indent: int) -> None:
        self.open.append(_Open(element, indent, self.context))
        inside = (
            replace(self.context, element=element)
            if element
            else replace(self.context, in_div=True)
        )
        self.context = inside

    def add(self, start: int, end: int) -> None:
        if is_wanted(self.text, start, end):
            self.document.runs.append(
                Run(self.mapped, start, end, self.context, self.note)
            )

    def inside(
        self, pieces: list[tuple[int, int]], in_list: bool = False, note: str = ""
    ) -> None:
        """Read the blocks of a part of this mapped."""
        mapped = self.mapped.cut(pieces)
        if "]:" not in mapped.text and not is_wanted(mapped.text, 0, len(mapped.text)):
            return
        context = replace(self.context, in_list=in_list or self.context.in_list)
        if self.depth >= _DEEPEST:
            self.document.runs.append(
                Run(mapped, 0, len(mapped.text), context, note or self.note)
            )
            return
        self._read(
            Blocks(
                mapped,
                context,
                self.document,
                self._read,
                note or self.note,
                self.depth + 1,
            )
        )
