"""Collects blocks: lines become the paragraph that they are part of."""

from __future__ import annotations

from loccit.essays.markup.block import Block, BlockKind


class BlockBuilder:
    """The blocks of a text so far, and the paragraph that is not at its end yet.

    Attributes:
        note: the label of the footnote that paragraphs are in.
        quotes: how many block quotations they are in.
        indent: the indent of the list item that they are in; None for no item.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        self.blocks: list[Block] = []
        self.note = ""
        self.quotes = 0
        self.indent: int | None = None
        self._lines: list[tuple[int, int]] = []
        self._start = 0
        self._kind: BlockKind = "paragraph"
        self._marker = ""

    @property
    def is_in_paragraph(self) -> bool:
        """Whether a paragraph has begun."""
        return bool(self._lines)

    def add_line(self, start: int, end: int) -> None:
        """Add a line to the paragraph; it begins one if there is none."""
        words = self._indented(start)
        if not self._lines:
            in_item = self.indent is not None and words - start > self.indent
            self._begin(words, "item" if in_item else "paragraph")
        self._lines.append((words, end))

    def begin_item(self, start: int, words: int, end: int, marker: str) -> None:
        """Begin an item of a list; its text begins at `words`."""
        self.end_paragraph()
        first = self._indented(start)
        self.indent = first - start
        self._begin(first, "item", marker)
        self._lines.append((min(words, end), end))

    def end_paragraph(self) -> None:
        """End the paragraph, if one has begun."""
        if not self._lines:
            return
        start, end = self._lines[-1]
        end = start + len(self.text[start:end].rstrip("\n"))
        self._lines[-1] = (start, end)
        kind: BlockKind = self._kind
        if self.note and kind == "paragraph":
            kind = "note"
        block = Block(
            kind,
            self._start,
            end,
            tuple(self._lines),
            marker=self._marker,
            note=self.note,
            is_quoted=self.quotes > 0,
        )
        self.blocks.append(block)
        self._lines = []

    def add(
        self,
        kind: BlockKind,
        start: int,
        end: int,
        content: tuple[int, int] | None = None,
        level: int = 0,
    ) -> None:
        """Add a block of its own; `end` may be after its line ending."""
        self.end_paragraph()
        end = start + len(self.text[start:end].rstrip("\n"))
        stretches = (content,) if content else ()
        self.blocks.append(
            Block(
                kind,
                start,
                end,
                stretches,
                level,
                note=self.note,
                is_quoted=self.quotes > 0,
            )
        )

    def _begin(self, start: int, kind: BlockKind, marker: str = "") -> None:
        self._start = start
        self._kind = kind
        self._marker = marker

    def _indented(self, position: int) -> int:
        """Return where the words of a line begin."""
        while self.text.startswith(" ", position):
            position += 1
        return position
