"""Read the blocks of a Typst document: headings, items, paragraphs, and the contents of
calls that are more than a part of a sentence.
"""

from __future__ import annotations

import re

from loccit._startup.regex import regex
from loccit.essays.formats.typst.code import Call, calls_in
from loccit.essays.formats.typst.verbatim import verbatim_end
from loccit.essays.markup.block import Block
from loccit.essays.markup.block_builder import BlockBuilder

_HEADING = regex(r"[ ]*(=+)[ ]+(?=\S)")
_ITEM = regex(r"[ ]*([-+]|\d+\.)[ ]+(?=\S)")
_TERM = regex(r"[ ]*/[ ]+[^:\n]*:")
_BLANK = regex(r"[ ]*(?:\n|\Z)")
#: What a line is cut at: escapes, code, what is verbatim, and its end.
_SIGNS = regex(r"\\.|https?://\S*|#|//|/\*|`|\$|\n", re.DOTALL)
#: What is on lines of its own, or has several paragraphs, is no part of a sentence.
_OWN_LINES = regex(r"\s*\n")
_PARAGRAPHS = regex(r"\n[ ]*\n")
#: Calls whose contents are blocks of their own, and statements.
_BLOCKS = frozenset(
    [
        "align",
        "bibliography",
        "block",
        "columns",
        "figure",
        "grid",
        "import",
        "include",
        "let",
        "pad",
        "quote",
        "return",
        "set",
        "show",
        "table",
    ]
)
_DEEPEST = 40


def read_blocks(text: str) -> list[Block]:
    """Read the blocks of a Typst text, in order."""
    reader = _Reader(text)
    reader.read(0, len(text), 0)
    return reader.built.blocks


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.built = BlockBuilder(text)
        self._calls = calls_in(text)

    def read(self, start: int, end: int, depth: int) -> None:
        """Read the blocks in a stretch of markup."""
        position = start
        while position < end:
            position = self._line(position, end, depth)
        self.built.end_paragraph()

    def _line(self, position: int, end: int, depth: int) -> int:
        """Read a line, and what begins in it and goes on in others."""
        blank = _BLANK.match(self.text, position, end)
        if blank:
            self.built.end_paragraph()
            self.built.indent = None
            return max(blank.end(), position + 1)
        if heading := _HEADING.match(self.text, position, end):
            return self._heading(heading.end(), position, end, len(heading[1]))
        if item := _ITEM.match(self.text, position, end):
            self.built.begin_item(position, item.end(), item.end(), item[1])
            return self._text(item.end(), end, depth)
        if term := _TERM.match(self.text, position, end):
            self.built.begin_item(position, term.end(), term.end(), "/")
            return self._text(term.end(), end, depth)
        return self._text(position, end, depth)

    def _heading(self, words: int, start: int, end: int, level: int) -> int:
        close = self._line_end(words, end)
        self.built.add("heading", start, close, (words, close), level)
        return close

    def _line_end(self, position: int, end: int) -> int:
        """Return where a line ends; code in it may have several."""
        while found := _SIGNS.search(self.text, position, end):
            if found[0] == "\n":
                return found.start()
            position = self._after(found.start(), found.end())
        return end

    def _text(self, start: int, end: int, depth: int) -> int:
        """Read the text of a paragraph up to the end of its line."""
        position = start
        while found := _SIGNS.search(self.text, position, end):
            if found[0] == "\n":
                self._add(start, found.end())
                return found.end()
            call = self._calls.get(found.start())
            if call and self._is_block(call):
                self._add(start, call.start)
                self._block(call, depth)
                start = position = call.end
            else:
                position = min(self._after(found.start(), found.end()), end)
        self._add(start, end)
        return end

    def _add(self, start: int, end: int) -> None:
        if self.built.is_in_paragraph or self.text[start:end].strip():
            self.built.add_line(start, end)

    def _after(self, start: int, end: int) -> int:
        """Return where what begins at a sign is over."""
        call = self._calls.get(start)
        return call.end if call else verbatim_end(self.text, start) or end

    def _is_block(self, call: Call) -> bool:
        if call.name in _BLOCKS:
            return True
        return any(
            _OWN_LINES.match(self.text, *content)
            or _PARAGRAPHS.search(self.text, *content)
            for content in call.contents
        )

    def _block(self, call: Call, depth: int) -> None:
        """Read code that is a block, and the contents in it."""
        is_quotation = call.name == "quote"
        self.built.end_paragraph()
        if call.name == "bibliography":
            self.built.add("printed", call.start, call.end)
        elif not call.contents:
            self.built.add("other", call.start, call.end)
        self.built.quotes += is_quotation
        for content in call.contents:
            if depth < _DEEPEST:
                self.read(*content, depth + 1)
        self.built.quotes -= is_quotation
