"""The block structure of Markdown: the runs of text that may cite, with what surrounds them.

Blocks are tried in pandoc's order at each position.  What holds other blocks by markers at its line starts (lists,
quotes, notes, definitions) is read as a region of its own; what holds them between tags or fences is a stack.
"""

from __future__ import annotations

from collections.abc import Callable

from loccit.essays.markdown import html, leaves, lists, tables, tex
from loccit.essays.markdown.brackets import HEADING_END, definition_at
from loccit.essays.markdown.document import Block, BlockKind, Document, Run
from loccit.essays.markdown.facts import normalized
from loccit.essays.markdown.fences import closing_fence, div_fence, fenced_end
from loccit.essays.markdown.inlines import MarkdownInlines
from loccit.essays.markdown.setting import Setting
from loccit.essays.region import Region
from loccit.essays.syntax import bracketed, may_cite
from loccit.model.dataclass import dataclass, replace
from loccit.model.pattern import pattern

_BLANK_LINE = pattern(r"\n[ \t]*(?:\n|\Z)")
_BLANK = pattern(r"[ \t]*(?:\n|\Z)")
_TITLE = pattern(r"(?:%[^\n]*(?:\n|\Z)(?:[ \t]+\S[^\n]*(?:\n|\Z))*){1,3}")
#: White space after a tag that opens, and the indent of the next line.
_AFTER_TAG = pattern(r"[ \t]*(?:\n( *))?")
_ATX = pattern(r"#+(?![.)])(?=[ \t\n]|\Z)[ \t]*")
#: What may carry a run of text over the end of its line.
_CROSSES = pattern(r"[`$<\[\\@]")
_SETEXT = pattern(r"[ \t]*(?=\S)([^\n]*)\n(=+|-+)[ \t]*(?:\n|\Z)")
#: What may end a run of text before its blank line, or carry it beyond.
_UNEVEN = pattern(r"[<\\]|\n {0,3}```")

#: How deep lists and quotes may lie in each other; deeper ones are read as text.
_DEEPEST = 40


@dataclass(frozen=True, slots=True)
class _Open:
    """What blocks lie in: a fenced div (no `element`) or an HTML element, the `indent` of its lines left aside.

    `outside` is the setting around it."""

    element: str
    indent: int
    outside: Setting


def read_blocks(region: Region) -> Document:
    """The runs of text of a document, in order, and the labels it defines; a title block (`% title`) is no text."""
    title = _TITLE.match(region.text)
    if title:
        region = region.cut([(title.end(), len(region.text))])
    document = Document(region)
    _Blocks(region, Setting(), document, "", 0).read()
    return document


class _Blocks:
    """The blocks of one region."""

    def __init__(self, region: Region, setting: Setting, document: Document, note: str, depth: int) -> None:
        self.region = region
        self.text = region.text
        self.setting = setting
        self.document = document
        self.note = note
        self.depth = depth
        self.open: list[_Open] = []

    def read(self) -> None:
        position = 0
        while position < len(self.text):
            position = self._next(position)

    def _next(self, position: int) -> int:
        """Read one block, or the end of what blocks lie in."""
        if self.open:
            top = self.open[-1]
            for _ in range(top.indent):
                position += self.text.startswith(" ", position)
            end = self._close(top, position)
            if end:
                return end
        blank = _BLANK.match(self.text, position)
        if blank:
            return blank.end() if blank.end() > position else position + 1
        for reader in _READERS.get(self.text[position], _ANY):
            end = reader(self, position)
            if end:
                if reader not in _RECORD_THEMSELVES:
                    self._record(_KINDS.get(reader, "other"), position, end)
                return end
        end = self._paragraph(position)
        self._record("paragraph", position, end)
        return end

    def _record(self, kind: BlockKind, start: int, end: int) -> None:
        if self.depth == 0:
            self.document.blocks.append(Block(kind, start, end))

    def _close(self, top: _Open, position: int) -> int:
        if top.element:
            tag = html.tag_at(self.text, position, len(self.text))
            end = tag[2] if tag and tag[1] and tag[0] == top.element else 0
        else:
            end = closing_fence(self.text, position)
        if end:
            self.setting = self.open.pop().outside
            self._record("close", position, end)
        return end

    def _enter(self, element: str, indent: int) -> None:
        self.open.append(_Open(element, indent, self.setting))
        inside = replace(self.setting, element=element) if element else replace(self.setting, in_div=True)
        self.setting = inside

    def _add(self, start: int, end: int) -> None:
        if may_cite(self.text, start, end):
            self.document.runs.append(Run(self.region, start, end, self.setting, self.note))

    def _inside(self, pieces: list[tuple[int, int]], in_list: bool = False, note: str = "") -> None:
        """Read the blocks of a part of this region."""
        region = self.region.cut(pieces)
        if "]:" not in region.text and not may_cite(region.text, 0, len(region.text)):
            return
        setting = replace(self.setting, in_list=in_list or self.setting.in_list)
        if self.depth >= _DEEPEST:
            self.document.runs.append(Run(region, 0, len(region.text), setting, note or self.note))
            return
        _Blocks(region, setting, self.document, note or self.note, self.depth + 1).read()

    # The blocks, each giving where it ends, 0 where it is another.

    def _fenced(self, position: int) -> int:
        return fenced_end(self.text, position, len(self.text))

    def _metadata(self, position: int) -> int:
        return leaves.metadata_end(self.text, position)

    def _indented(self, position: int) -> int:
        return leaves.indented_end(self.text, position)

    def _rule(self, position: int) -> int:
        return leaves.rule_end(self.text, position)

    def _atx(self, position: int) -> int:
        found = _ATX.match(self.text, position)
        if not found:
            return 0
        blank = _BLANK_LINE.search(self.text, found.end())
        return self._heading(found.end(), blank.start() if blank else len(self.text))

    def _setext(self, position: int) -> int:
        found = _SETEXT.match(self.text, position)
        if not found:
            return 0
        start, end = found.span(1)
        if _CROSSES.search(self.text, start, end):
            blank = _BLANK_LINE.search(self.text, end)
            setting = replace(self.setting, in_heading=True)
            limit = blank.start() if blank else len(self.text)
            stop = MarkdownInlines(self.text, start, limit, self.document.facts, setting).run()[1]
            if stop > end:
                return 0
        self._heading(start, end)
        return found.end()

    def _heading(self, start: int, limit: int) -> int:
        """A heading's line from `start` on; a citation in it may go on in the next one."""
        line_end = self.text.find("\n", start, limit)
        line_end = limit if line_end < 0 else line_end
        close = HEADING_END.search(self.text, start, limit)
        end = close.start() if close else line_end
        if self.text.find("@", start, limit) >= 0 and _CROSSES.search(self.text, start, line_end):
            setting = replace(self.setting, in_heading=True)
            end = MarkdownInlines(self.text, start, limit, self.document.facts, setting).run()[1]
            self.document.runs.append(Run(self.region, start, limit, setting, self.note))
        self.document.facts.references.add(normalized(self.text[start:end]))
        close = HEADING_END.match(self.text, end)
        return close.end() if close else end

    def _bullets(self, position: int) -> int:
        return self._list(position, lists.bullet_at)

    def _numbers(self, position: int) -> int:
        first = lists.number_at(self.text, position)
        if not first:
            return 0

        def same(text: str, here: int) -> lists.Marker | None:
            return lists.number_at(text, here, first.kind)

        return self._list(position, same)

    def _list(self, position: int, marker_at: Callable[[str, int], lists.Marker | None]) -> int:
        end = 0
        while marker := marker_at(self.text, position):
            if marker.label:
                self.document.facts.examples.add(marker.label)
            item = lists.item(self.text, marker, self.setting)
            self._inside(item.pieces, in_list=True)
            self._record("item", position, item.end)
            end = position = item.end
        return end

    def _quote(self, position: int) -> int:
        found = lists.quote(self.text, position, self.setting)
        if found:
            self._inside(found.pieces)
        return found.end if found else 0

    def _note(self, position: int) -> int:
        found = lists.note(self.text, position)
        if found:
            self._inside(found.pieces, note=found.label)
        return found.end if found else 0

    def _definition(self, position: int) -> int:
        found = definition_at(self.text, position)
        if not found:
            return 0
        if "@" in found[0]:
            inlines = MarkdownInlines(self.text, position, len(self.text), self.document.facts, self.setting)
            if bracketed(inlines, self.text.index("[", position)):
                return 0
        self.document.facts.references.add(normalized(found[0]))
        return found[1]

    def _definitions(self, position: int) -> int:
        blank = self.text.find("\n", position)
        gap = _BLANK.match(self.text, blank + 1) if blank >= 0 else None
        if gap and tables.table_at(self.text, gap.end()):
            return 0  # what looks like a definition is the caption of a table
        end = 0
        while found := lists.definitions(self.text, position, self.setting):
            self._add(*found.term)
            for pieces in found.bodies:
                self._inside(pieces, in_list=True)
            end = position = found.end
        return end

    def _line_block(self, position: int) -> int:
        found = lists.line_block(self.text, position)
        for pieces in found.bodies if found else ():
            region = self.region.cut(pieces)
            if "@" in region.text:
                self.document.runs.append(Run(region, 0, len(region.text), self.setting, self.note))
        return found.end if found else 0

    def _table(self, position: int) -> int:
        found = tables.table_at(self.text, position)
        for cell, in_columns in zip(found.cells, found.in_columns, strict=True) if found else ():
            region = self.region.cut(cell)
            if "@" in region.text:
                self.document.runs.append(Run(region, 0, len(region.text), self.setting, self.note, in_columns))
        return found.end if found else 0

    def _div(self, position: int) -> int:
        end = div_fence(self.text, position)
        if end:
            self._enter("", 0)
        return end

    def _html(self, position: int) -> int:
        text, end = self.text, len(self.text)
        comment = html.comment_end(text, position, end)
        if comment:
            return comment
        tag = html.tag_at(text, position, end)
        if not tag or not html.is_block_tag(text, position, end):
            return 0
        name, closing, after = tag
        if closing:
            return after
        verbatim = html.verbatim_end(text, name, after)
        if verbatim:
            return verbatim
        if not text.startswith("/>", after - 2):
            spaces = None if name == "div" else _AFTER_TAG.match(text, after)
            if spaces and spaces[1] is None:
                after = spaces.end()
            self._enter(name, len(spaces[1] or "") if spaces else 0)
            self._record("open", position, after)
        return after

    def _tex(self, position: int) -> int:
        return tex.block_end(self.text, position, len(self.text))

    def _paragraph(self, position: int) -> int:
        """A run of text: up to a blank line, or to whatever interrupts it."""
        blank = _BLANK_LINE.search(self.text, position)
        end = blank.start() if blank else len(self.text)
        setting = self.setting
        if _UNEVEN.search(self.text, position, end) or (
            (setting.in_list or setting.in_div or setting.element) and self.text.find("\n", position, end) >= 0
        ):
            end = leaves.text_end(self.text, position, end)
            stop = MarkdownInlines(self.text, position, end, self.document.facts, setting).run()[1]
            end = stop if stop > position else position + 1
        self._add(position, end)
        return end + 1 if self.text.startswith("\n", end) else end


_Reader = Callable[[_Blocks, int], int]
_ANY: tuple[_Reader, ...] = (
    _Blocks._setext,
    _Blocks._table,
    _Blocks._numbers,
    _Blocks._definitions,
)
_READERS: dict[str, tuple[_Reader, ...]] = {
    " ": (
        _Blocks._fenced,
        _Blocks._bullets,
        _Blocks._setext,
        _Blocks._table,
        _Blocks._indented,
        _Blocks._quote,
        _Blocks._rule,
        _Blocks._numbers,
        _Blocks._definitions,
        _Blocks._note,
        _Blocks._definition,
    ),
    "`": (_Blocks._fenced, *_ANY),
    "~": (_Blocks._fenced, *_ANY),
    "-": (_Blocks._metadata, _Blocks._bullets, _Blocks._setext, _Blocks._table, _Blocks._rule, *_ANY),
    "*": (_Blocks._bullets, _Blocks._setext, _Blocks._table, _Blocks._rule, *_ANY),
    "+": (_Blocks._bullets, *_ANY),
    "_": (_Blocks._setext, _Blocks._table, _Blocks._rule, *_ANY),
    ":": (_Blocks._div, *_ANY),
    "#": (_Blocks._setext, _Blocks._atx, *_ANY),
    "<": (_Blocks._setext, _Blocks._html, *_ANY),
    "\\": (_Blocks._setext, _Blocks._table, _Blocks._tex, *_ANY),
    "|": (_Blocks._setext, _Blocks._table, _Blocks._line_block, *_ANY),
    ">": (_Blocks._setext, _Blocks._table, _Blocks._quote, *_ANY),
    "[": (*_ANY, _Blocks._note, _Blocks._definition),
}
_KINDS: dict[_Reader, BlockKind] = {
    _Blocks._atx: "heading",
    _Blocks._setext: "heading",
    _Blocks._note: "note",
    _Blocks._definition: "definition",
    _Blocks._div: "open",
}
#: Lists record their items, HTML its tags that open; rules and metadata are no content.
_RECORD_THEMSELVES = {_Blocks._bullets, _Blocks._numbers, _Blocks._html, _Blocks._rule, _Blocks._metadata}
