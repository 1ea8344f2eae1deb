"""Blocks that hold no others; each reader returns where its block ends, None for
another block.
"""

from __future__ import annotations

import re

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.essays.formats.markdown import html, tex
from loccit.essays.formats.markdown.block_context import BlockContext
from loccit.essays.formats.markdown.blocks import BlockReader
from loccit.essays.formats.markdown.brackets import HEADING_END, definition_at
from loccit.essays.formats.markdown.fences import fenced_end
from loccit.essays.formats.markdown.inlines import MarkdownInlines
from loccit.essays.formats.markdown.lines import end_of, paragraph_end
from loccit.essays.syntax.grammar import bracketed

#: Lines indented by four spaces, and blank lines between such.
_INDENTED = regex(r"(?: {4}[^\n]*(?:\n|\Z)|(?:[ \t]*\n)+(?= {4}[^\n]*\S))+")
#: YAML in the midst of a text has names with values; anything else between rules is
#: text.
_METADATA = regex(
    r"---[ \t]*\n(?=(?:#[^\n]*\n)*(?: *[^\s@`%#\[\]{},&*!|>'\"-][^\n:]*:[ \n]|---|\.\.\.))(?:[^\n]*\n)*?"
    r"(?:---|\.\.\.)[ \t]*(?:\n|\Z)"
)
#: Characters that no plain value of YAML may begin with.
_NO_YAML = regex(r"^[^\n:]*:[ \t]+[@`%]", re.MULTILINE)
_RULE = regex(r" *([*_-])(?:[ \t]*\1){2,}[ \t]*(?:\n|\Z)")
_ATX = regex(r"#+(?![.)])(?=[ \t\n]|\Z)[ \t]*")
_SETEXT = regex(r"[ \t]*(?=\S)([^\n]*)\n(=+|-+)[ \t]*(?:\n|\Z)")
#: What may carry a run of text over the end of its line.
_OVER_LINES = regex(r"[`$<\[\\@]")
#: What may carry a run of text over a blank line.
_OVER_BLANK_LINES = regex(r"<!--|<\?|\\begin\s*\{|\\[A-Za-z]+\*? *(?=[\[{])")
#: What may end a run of text before its blank line, or carry it beyond.
_UNEVEN = regex(r"[<\\]|\n {0,3}```")


def fenced(reader: BlockReader, position: int) -> int | None:
    """Read fenced code."""
    return fenced_end(reader.text, position, len(reader.text))


def metadata(reader: BlockReader, position: int) -> int | None:
    """Read a block of YAML."""
    found = _METADATA.match(reader.text, position)
    return found.end() if found and not _NO_YAML.search(found[0]) else None


def indented(reader: BlockReader, position: int) -> int | None:
    """Read indented code."""
    return end_of(_INDENTED.match(reader.text, position))


def rule(reader: BlockReader, position: int) -> int | None:
    """Read a rule across the page."""
    return end_of(_RULE.match(reader.text, position))


def tex_block(reader: BlockReader, position: int) -> int | None:
    """Read TeX that is a block of its own."""
    return tex.block_end(reader.text, position, len(reader.text))


def atx(reader: BlockReader, position: int) -> int | None:
    """Read a heading after `#`."""
    found = _ATX.match(reader.text, position)
    if not found:
        return None
    return _heading(reader, found.end(), paragraph_end(reader.text, found.end()))


def setext(reader: BlockReader, position: int) -> int | None:
    """Read a heading that is underlined."""
    found = _SETEXT.match(reader.text, position)
    if not found:
        return None
    start, end = found.span(1)
    if _OVER_LINES.search(reader.text, start, end):
        limit = paragraph_end(reader.text, end)
        if _run_end(reader, start, limit, _in_heading(reader)) > end:
            return None
    _heading(reader, start, end)
    return found.end()


def _heading(reader: BlockReader, start: int, limit: int) -> int:
    """Read a heading's line from `start` on; a citation in it may go on in the next
    one.
    """
    line_end = reader.text.find("\n", start, limit)
    line_end = limit if line_end < 0 else line_end
    close = HEADING_END.search(reader.text, start, limit)
    end = close.start() if close else line_end
    if reader.wanted(reader.text, start, limit):
        reader.add(start, limit, _in_heading(reader))
        if _OVER_LINES.search(reader.text, start, line_end):
            end = _run_end(reader, start, limit, _in_heading(reader))
    reader.labels.add_link(reader.text[start:end])
    return end_of(HEADING_END.match(reader.text, end)) or end


def _in_heading(reader: BlockReader) -> BlockContext:
    return replace(reader.context, in_heading=True)


def _run_end(reader: BlockReader, start: int, end: int, context: BlockContext) -> int:
    """Find where a run of text ends."""
    return MarkdownInlines(reader.text, start, end, reader.labels, context).run()[1]


def definition(reader: BlockReader, position: int) -> int | None:
    """Read a link reference definition; a citation in brackets is not one."""
    found = definition_at(reader.text, position)
    if not found:
        return None
    if "@" in found.label:
        end = len(reader.text)
        inlines = MarkdownInlines(
            reader.text, position, end, reader.labels, reader.context
        )
        if bracketed(inlines, reader.text.index("[", position)):
            return None
    reader.labels.add_link(found.label)
    return found.end


def paragraph(reader: BlockReader, position: int) -> int:
    """Read a run of text, up to a blank line or to what interrupts it."""
    text, context = reader.text, reader.context
    end = paragraph_end(text, position)
    is_within = context.in_list or context.in_div or bool(context.element)
    is_uneven = bool(_UNEVEN.search(text, position, end))
    if is_uneven or (is_within and text.find("\n", position, end) >= 0):
        end = _over_blank_lines(text, position, end)
        end = max(_run_end(reader, position, end, context), position + 1)
    reader.add(position, end)
    return end + 1 if text.startswith("\n", end) else end


def _over_blank_lines(text: str, position: int, end: int) -> int:
    """Find where a run of text ends whose comments and TeX may hold blank lines; `end`
    is the first.
    """
    for opening in _OVER_BLANK_LINES.finditer(text, position, end):
        if opening[0][0] == "<":
            close = html.comment_end(text, opening.start(), len(text))
        else:
            close = tex.inline_end(text, opening.start(), len(text))
        if close and close > end:
            end = paragraph_end(text, close)
    return end
