"""Blocks that hold no others, each reader giving where its block ends, 0 where it is
another.
"""

from __future__ import annotations

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.essays.formats.markdown import leaves, tex
from loccit.essays.formats.markdown.block_state import Blocks, is_wanted
from loccit.essays.formats.markdown.brackets import HEADING_END, definition_at
from loccit.essays.formats.markdown.defined_labels import normalized
from loccit.essays.formats.markdown.document import Run
from loccit.essays.formats.markdown.fences import fenced_end
from loccit.essays.formats.markdown.inlines import MarkdownInlines
from loccit.essays.syntax.grammar import bracketed

_BLANK_LINE = regex(r"\n[ \t]*(?:\n|\Z)")
_ATX = regex(r"#+(?![.)])(?=[ \t\n]|\Z)[ \t]*")
#: What may carry a run of text over the end of its line.
_CROSSES = regex(r"[`$<\[\\@]")
_SETEXT = regex(r"[ \t]*(?=\S)([^\n]*)\n(=+|-+)[ \t]*(?:\n|\Z)")
#: What may end a run of text before its blank line, or carry it beyond.
_UNEVEN = regex(r"[<\\]|\n {0,3}```")


def fenced(blocks: Blocks, position: int) -> int:
    return fenced_end(blocks.text, position, len(blocks.text))


def metadata(blocks: Blocks, position: int) -> int:
    return leaves.metadata_end(blocks.text, position)


def indented(blocks: Blocks, position: int) -> int:
    return leaves.indented_end(blocks.text, position)


def rule(blocks: Blocks, position: int) -> int:
    return leaves.rule_end(blocks.text, position)


def atx(blocks: Blocks, position: int) -> int:
    found = _ATX.match(blocks.text, position)
    if not found:
        return 0
    blank = _BLANK_LINE.search(blocks.text, found.end())
    return _heading(blocks, found.end(), blank.start() if blank else len(blocks.text))


def setext(blocks: Blocks, position: int) -> int:
    found = _SETEXT.match(blocks.text, position)
    if not found:
        return 0
    start, end = found.span(1)
    if _CROSSES.search(blocks.text, start, end):
        blank = _BLANK_LINE.search(blocks.text, end)
        context = replace(blocks.context, in_heading=True)
        limit = blank.start() if blank else len(blocks.text)
        stop = MarkdownInlines(
            blocks.text, start, limit, blocks.document.labels, context
        ).run()[1]
        if stop > end:
            return 0
    _heading(blocks, start, end)
    return found.end()


def _heading(blocks: Blocks, start: int, limit: int) -> int:
    """A heading's line from `start` on; a citation in it may go on in the next one."""
    line_end = blocks.text.find("\n", start, limit)
    line_end = limit if line_end < 0 else line_end
    close = HEADING_END.search(blocks.text, start, limit)
    end = close.start() if close else line_end
    if is_wanted(blocks.text, start, limit) and _CROSSES.search(
        blocks.text, start, line_end
    ):
        context = replace(blocks.context, in_heading=True)
        end = MarkdownInlines(
            blocks.text, start, limit, blocks.document.labels, context
        ).run()[1]
        blocks.document.runs.append(
            Run(blocks.mapped, start, limit, context, blocks.note)
        )
    blocks.document.labels.references.add(normalized(blocks.text[start:end]))
    close = HEADING_END.match(blocks.text, end)
    return close.end() if close else end


def definition(blocks: Blocks, position: int) -> int:
    found = definition_at(blocks.text, position)
    if not found:
        return 0
    if "@" in found[0]:
        inlines = MarkdownInlines(
            blocks.text,
            position,
            len(blocks.text),
            blocks.document.labels,
            blocks.context,
        )
        if bracketed(inlines, blocks.text.index("[", position)):
            return 0
    blocks.document.labels.references.add(normalized(found[0]))
    return found[1]


def tex_block(blocks: Blocks, position: int) -> int:
    return tex.block_end(blocks.text, position, len(blocks.text))


def paragraph(blocks: Blocks, position: int) -> int:
    """A run of text: up to a blank line, or to whatever interrupts it."""
    blank = _BLANK_LINE.search(blocks.text, position)
    end = blank.start() if blank else len(blocks.text)
    context = blocks.context
    if _UNEVEN.search(blocks.text, position, end) or (
        (context.in_list or context.in_div or context.element)
        and blocks.text.find("\n", position, end) >= 0
    ):
        end = leaves.text_end(blocks.text, position, end)
        stop = MarkdownInlines(
            blocks.text, position, end, blocks.document.labels, context
        ).run()[1]
        end = stop if stop > position else position + 1
    blocks.add(position, end)
    return end + 1 if blocks.text.startswith("\n", end) else end
