"""Read the blocks of a reStructuredText document (the docutils documentation,
"reStructuredText Markup Specification").
"""

from __future__ import annotations

import re
from collections.abc import Callable

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.essays.formats.rst.directives import HAVE_ARGUMENT, NO_TEXT, PRINT
from loccit.essays.formats.rst.tables import Cells, grid_rows, simple_rows
from loccit.essays.markup.block import Block
from loccit.essays.markup.block_builder import BlockBuilder

_LINE = regex(r"([ ]*)[^\n]*(?:\n|\Z)")
_SIGN = r"([!-/:-@\[-`{-~])"
#: A title over its line, perhaps with such a line above, too.
_TITLE = regex(rf"(\S[^\n]*)\n{_SIGN}(\2*)[ ]*(?:\n|\Z)")
_OVERLINED = regex(rf"{_SIGN}(\1{{2,}})[ ]*\n[ ]*(\S[^\n]*)\n(\1{{3,}})[ ]*(?:\n|\Z)")
_RULE = regex(rf"{_SIGN}\1{{3,}}[ ]*(?:\n|\Z)")
_SHORTEST_LINE = 4
_DIRECTIVE = regex(
    r"([ ]*)\.\.[ ]+(?:\|[^|\n]+\|[ ]+)?([A-Za-z][\w:+.-]*?)::(?:[ ]+([^\n]*)|[ ]*)(?:\n|\Z)"
)
_OPTION = regex(r"[ ]+:[\w -]+:(?:[ ][^\n]*)?(?:\n|\Z)")
_FOOTNOTE = regex(r"([ ]*)\.\.[ ]+\[(\d+|#[\w.:+-]*|\*)\](?:[ ]+|(?=\n)|\Z)")
_CITATION = regex(r"([ ]*)\.\.[ ]+(\[[^\W_][\w.:+-]*\])(?:[ ]+|(?=\n)|\Z)")
_EXPLICIT = regex(r"([ ]*)(?:\.\.|__)(?=[ \n]|\Z)[^\n]*(?:\n|\Z)")
_FIELD = regex(r"[ ]*:(?![\s:])[^:\n`]+:(?=[ \n]|\Z)[ ]*")
_ITEM = regex(
    r"[ ]*([-*+•‣⁃]|\(?(?:\d+|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+|#)[.)])(?:[ ]+|(?=\n)|\Z)"
)
_LINE_BLOCK = regex(r"[ ]*\|(?:[ ]+|(?=\n)|\Z)")
_DOCTEST = regex(r"[ ]*>>>(?=[ \n]|\Z)")
_BLANK = regex(r"[ ]*(?:\n|\Z)")


def read_blocks(text: str) -> list[Block]:
    """Read the blocks of a text, in order."""
    reader = _Reader(text)
    position = 0
    while position < len(text):
        position = reader.next(position)
    reader.built.end_paragraph()
    return reader.built.blocks


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.built = BlockBuilder(text)
        self._adornments: list[str] = []
        self._note_indent = 0
        self._notes = 0

    def next(self, position: int) -> int:
        """Read the block that begins in a line, or the line as text."""
        blank = _BLANK.match(self.text, position)
        if blank:
            return self._blank(position, blank.end())
        indent = self._indent(position)
        if self.built.note and indent <= self._note_indent:
            self.built.end_paragraph()
            self.built.note = ""
        if not self.built.is_in_paragraph and indent <= (self.built.indent or 0):
            self.built.indent = None
        sign = self.text[position + indent]
        for read in _READERS.get(sign, _ANY):
            end = read(self, position)
            if end is not None:
                return end
        end = self._line_end(position)
        self.built.add_line(position, end)
        return end

    def _blank(self, position: int, end: int) -> int:
        """End the paragraph; after `::` comes a literal block."""
        is_literal = self.built.is_in_paragraph and self.text.endswith(
            "::", 0, len(self.text[:position].rstrip())
        )
        self.built.end_paragraph()
        if not is_literal:
            return max(end, position + 1)
        line = self.text.rfind("\n", 0, self.built.blocks[-1].end) + 1
        return self._skip_indented(max(end, position + 1), self._indent(line))

    def _indent(self, position: int) -> int:
        line = _LINE.match(self.text, position)
        return len(line[1]) if line else 0

    def _line_end(self, position: int) -> int:
        line = _LINE.match(self.text, position)
        return line.end() if line else len(self.text)

    def _skip_indented(self, position: int, indent: int) -> int:
        """Pass over lines that are indented more, and blank ones between."""
        while position < len(self.text):
            is_blank = _BLANK.match(self.text, position)
            if not is_blank and self._indent(position) <= indent:
                break
            position = max(self._line_end(position), position + 1)
        return position

    def _unseen(self, start: int, end: int) -> int:
        self.built.add("other", start, end)
        return end

    # Titles

    def title(self, position: int) -> int | None:
        """Read a title and the line under it."""
        found = None if self._indent(position) else _TITLE.match(self.text, position)
        if not found or self.built.is_in_paragraph:
            return None
        length = 1 + len(found[3])
        if length < min(_SHORTEST_LINE, len(found[1].rstrip())):
            return None
        return self._add_title(found, 1, found[2])

    def overlined(self, position: int) -> int | None:
        """Read a title between two lines, or a line that is a transition."""
        found = _OVERLINED.match(self.text, position)
        if found and not self.built.is_in_paragraph:
            return self._add_title(found, 3, f"{found[1]}{found[1]}")
        rule = _RULE.match(self.text, position)
        return self._unseen(position, rule.end()) if rule else None

    def _add_title(self, found: re.Match[str], group: int, adornment: str) -> int:
        if adornment not in self._adornments:
            self._adornments.append(adornment)
        level = self._adornments.index(adornment) + 1
        self.built.indent = None
        start, end = found.span(group)
        words = (start, start + len(self.text[start:end].rstrip()))
        self.built.add("heading", found.start(), found.end(), words, level)
        return found.end()

    # What begins with two dots

    def directive(self, position: int) -> int | None:
        """Read a directive; what is in it is text, or is passed over."""
        found = _DIRECTIVE.match(self.text, position)
        if not found:
            return None
        name = found[2].casefold()
        indent = len(found[1])
        if name in PRINT:
            end = self._skip_indented(found.end(), indent)
            end = position + len(self.text[position:end].rstrip())
            self.built.add("printed", position, end)
            return min(end + 1, len(self.text))
        if name in NO_TEXT:
            return self._unseen(position, self._skip_indented(found.end(), indent))
        self.built.end_paragraph()
        if found[3] and name in HAVE_ARGUMENT:
            self.built.add_line(*found.span(3))
        return self._options(found.end())

    def _options(self, position: int) -> int:
        """Pass over the options of a directive."""
        found = _OPTION.match(self.text, position)
        if not found:
            return position
        self.built.end_paragraph()
        while found:
            position = found.end()
            found = _OPTION.match(self.text, position)
        return position

    def footnote(self, position: int) -> int | None:
        """Read the beginning of a footnote; those without a name are numbered here."""
        found = _FOOTNOTE.match(self.text, position)
        if not found or self._is_entry(found[2]):
            return None
        self.built.end_paragraph()
        label = found[2]
        if label in ("#", "*"):
            self._notes += 1
            label = f"{label}{self._notes}"
        self.built.indent = None
        self.built.note, self._note_indent = label, len(found[1])
        return self._first_line(found.end(), position)

    def _is_entry(self, label: str) -> bool:
        """Return whether a number is that of an entry of a list: nothing refers to it."""
        return label.isdecimal() and f"[{label}]_" not in self.text

    def citation(self, position: int) -> int | None:
        """Read the entry of a citation, `.. [Key2009] Text`, which may have a number."""
        found = _CITATION.match(self.text, position)
        if not found:
            return None
        end = self._line_end(position)
        self.built.begin_item(position, found.end(), end, found[2])
        return end

    def _first_line(self, words: int, position: int) -> int:
        end = self._line_end(position)
        if self.text[words:end].strip():
            self.built.add_line(words, end)
        return end

    def explicit(self, position: int) -> int | None:
        """Read a comment, a target, or a substitution that is no directive."""
        found = _EXPLICIT.match(self.text, position)
        if not found:
            return None
        return self._unseen(position, self._skip_indented(found.end(), len(found[1])))

    # Lists and the like

    def item(self, position: int) -> int | None:
        """Read the first line of an item; in the lines of a paragraph there is none."""
        found = _ITEM.match(self.text, position)
        indent = self._indent(position)
        follows_item = self.built.indent is not None and indent <= self.built.indent
        if not found or (self.built.is_in_paragraph and not follows_item):
            return None
        end = self._line_end(position)
        self.built.begin_item(position, found.end(), end, found[1])
        return end

    def field(self, position: int) -> int | None:
        """Read the first line of a field; its name is not text."""
        found = _FIELD.match(self.text, position)
        if not found:
            return None
        self.built.end_paragraph()
        return self._first_line(found.end(), position)

    def line_block(self, position: int) -> int | None:
        """Read a line of a line block."""
        found = _LINE_BLOCK.match(self.text, position)
        return self._first_line(found.end(), position) if found else None

    def doctest(self, position: int) -> int | None:
        """Read an example of Python, up to a blank line."""
        if not _DOCTEST.match(self.text, position):
            return None
        end = self.text.find("\n\n", position)
        return self._unseen(position, len(self.text) if end < 0 else end + 1)

    def grid_table(self, position: int) -> int | None:
        """Read a table whose cells have lines around them."""
        return self._table(grid_rows(self.text, position))

    def simple_table(self, position: int) -> int | None:
        """Read a table whose columns have a line above and below."""
        return self._table(simple_rows(self.text, position))

    def _table(self, found: Cells | None) -> int | None:
        if found is None:
            return None
        cells, end = found
        self.built.end_paragraph()
        for start, end_of_cell, is_fixed in cells:
            self.built.add("cell", start, end_of_cell, (start, end_of_cell))
            last = self.built.blocks[-1]
            self.built.blocks[-1] = replace(last, in_fixed_width_table=is_fixed)
        return end


_Read = Callable[[_Reader, int], "int | None"]
_ANY: tuple[_Read, ...] = (_Reader.title, _Reader.item)
#: What a line may be, by its first sign.
_READERS: dict[str, tuple[_Read, ...]] = {
    **dict.fromkeys("!\"#$%&'()*+,-/;<=>?@[\\]^_`{|}~", (_Reader.overlined, *_ANY)),
    ".": (
        _Reader.directive,
        _Reader.footnote,
        _Reader.citation,
        _Reader.explicit,
        _Reader.overlined,
        *_ANY,
    ),
    "_": (_Reader.explicit, _Reader.overlined, *_ANY),
    ":": (_Reader.field, _Reader.overlined, *_ANY),
    "|": (_Reader.overlined, _Reader.line_block, *_ANY),
    ">": (_Reader.doctest, _Reader.overlined, *_ANY),
    "+": (_Reader.grid_table, _Reader.overlined, *_ANY),
    "=": (_Reader.simple_table, _Reader.overlined, *_ANY),
}
