"""Blocks that hold no others; each reader returns where its block ends, None for
another block.
"""

from __future__ import annotations

import re

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.essays.formats.markdown import html, tex
from loccit.essays.formats.markdown.blocks import BlockReader
from loccit.essays.formats.markdown.brackets import HEADING_END, definition_at
from loccit.essays.formats.markdown.fences import fenced_end, is_chunk
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
#: Tags of Liquid (Jekyll) between which nothing is text.
_LIQUID = regex(r"\{%-?\s*(highlight|raw|comment)\b[^%\n]*%\}")
_RULE = regex(r" *([*_-])(?:[ \t]*\1){2,}[ \t]*(?:\n|\Z)")
_ATX = regex(r"#+(?![.)])(?=[ \t\n]|\Z)[ \t]*")
_SETEXT = regex(r"[ \t]*(?=\S)([^\n]*)\n(=+|-+)[ \t]*(?:\n|\Z)")
#: What may carry a run of text over the end of its line.
_OVER_LINES = regex(r"[`$<\[\\@]")
#: What may carry a run of text over a blank line.
_OVER_BLANK_LINES = regex(r"<!--|<\?|\\begin\s*\{|\\[A-Za-z]+\*? *(?=[\[{])")
#: The level of the highest heading.
_HIGHEST = 1
#: What may end a run of text before its blank line, or carry it beyond.
_UNEVEN = regex(r"[<\\]|\n {0,3}```")


def fenced(reader: BlockReader, position: int) -> int | None:
    """Read fenced code."""
    end = fenced_end(reader.text, position, reader.end)
    if end and is_chunk(reader.text, position):
        reader.structure.chunks.append(reader.mapped.cut([(position, end)]))
    return end


def liquid(reader: BlockReader, position: int) -> int | None:
    """Read code, a comment or raw text between tags of Liquid."""
    opening = reader.match(_LIQUID, position)
    if not opening:
        return None
    close = re.compile(rf"\{{%-?\s*end{opening[1]}\s*-?%\}}[^\n]*(?:\n|\Z)")
    return end_of(close.search(reader.text, opening.end(), reader.end))


def metadata(reader: BlockReader, position: int) -> int | None:
    """Read a block of YAML."""
    found = reader.match(_METADATA, position)
    if not found or _NO_YAML.search(found[0]):
        return None
    return found.end()


def indented(reader: BlockReader, position: int) -> int | None:
    """Read indented code."""
    return reader.end_of(_INDENTED, position)


def rule(reader: BlockReader, position: int) -> int | None:
    """Read a rule across the page."""
    return reader.end_of(_RULE, position)


def tex_block(reader: BlockReader, position: int) -> int | None:
    """Read TeX that is a block of its own."""
    return tex.block_end(reader.text, position, reader.end)


def atx(reader: BlockReader, position: int) -> int | None:
    """Read a heading after `#`."""
    start = reader.end_of(_ATX, position)
    if start is None:
        return None
    level = reader.text.count("#", position, start)
    return _heading(reader, start, paragraph_end(reader.text, start), level)


def setext(reader: BlockReader, position: int) -> int | None:
    """Read a heading that is underlined."""
    found = reader.match(_SETEXT, position)
    if not found:
        return None
    start, end = found.span(1)
    if _OVER_LINES.search(reader.text, start, end):
        limit = paragraph_end(reader.text, end)
        if _run_end(reader, start, limit, heading=_HIGHEST) > end:
            return None
    is_highest = reader.text.find("=", end, found.end()) >= 0
    _heading(reader, start, end, _HIGHEST if is_highest else _HIGHEST + 1)
    return found.end()


def _heading(reader: BlockReader, start: int, limit: int, level: int) -> int:
    """Read a heading's line from `start` on; a citation in it may go on in the next
    one.
    """
    line_end = reader.text.find("\n", start, limit)
    if line_end < 0:
        line_end = limit
    close = HEADING_END.search(reader.text, start, limit)
    end = close.start() if close else line_end
    if reader.wanted(reader.text, start, limit):
        reader.add(start, limit, heading=level)
        if _OVER_LINES.search(reader.text, start, line_end):
            end = _run_end(reader, start, limit, heading=level)
    reader.labels.add_link(reader.text[start:end])
    return reader.end_of(HEADING_END, end) or end


def _run_end(reader: BlockReader, start: int, end: int, heading: int = 0) -> int:
    """Find where a run of text ends."""
    context = replace(reader.context, heading=heading)
    inlines = MarkdownInlines(reader.text, start, end, reader.labels, context)
    return inlines.run()[1]


def definition(reader: BlockReader, position: int) -> int | None:
    """Read a link reference definition; a citation in brackets is not one."""
    found = definition_at(reader.text, position)
    if not found or ("@" in found.label and _is_citation(reader, position)):
        return None
    reader.labels.add_link(found.label)
    return found.end


def _is_citation(reader: BlockReader, position: int) -> bool:
    """Return whether brackets are a citation as pandoc reads it."""
    inlines = MarkdownInlines(
        reader.text, position, reader.end, reader.labels, reader.context
    )
    bracket = reader.text.index("[", position)
    found = bracketed(inlines, bracket)
    return found is not None and not found.semicolons


def paragraph(reader: BlockReader, position: int) -> int:
    """Read a run of text, up to a blank line or to what interrupts it."""
    end = paragraph_end(reader.text, position)
    if _may_be_interrupted(reader, position, end):
        end = _over_blank_lines(reader.text, position, end)
        end = _run_end(reader, position, end)
        end = max(end, position + 1)
    reader.add(position, end)
    return end + 1 if reader.has("\n", end) else end


def _may_be_interrupted(reader: BlockReader, start: int, end: int) -> bool:
    if _UNEVEN.search(reader.text, start, end):
        return True
    context = reader.context
    is_inside = context.in_list or context.in_div or context.element != ""
    return is_inside and reader.text.find("\n", start, end) >= 0


def _over_blank_lines(text: str, position: int, end: int) -> int:
    """Find where a run of text ends whose comments and TeX may hold blank lines; `end`
    is the first.
    """
    for opening in _OVER_BLANK_LINES.finditer(text, position, end):
        start = opening.start()
        if opening[0].startswith("<"):
            close = html.comment_end(text, start, len(text))
        else:
            close = tex.inline_end(text, start, len(text))
        if close and close > end:
            end = paragraph_end(text, close)
    return end
