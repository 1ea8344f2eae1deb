"""Blocks with markers at line starts: list items, quotes, footnotes, definitions, and
lines after bars.

Each function finds where such a block ends, and the stretches of text in it, without
markers and indents.
"""

from __future__ import annotations

import re

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.essays.formats.markdown import markers
from loccit.essays.formats.markdown.block_context import BlockContext
from loccit.essays.formats.markdown.fences import fenced_end
from loccit.essays.formats.markdown.lines import BLANK, next_line
from loccit.essays.formats.markdown.markers import Marker

_BLANK_LINES = regex(r"(?:[ \t]*\n)*")
_INDENT = regex(r" *")
_QUOTE = regex(r" {0,3}> ?")
_NOTE = regex(r" {0,3}\[\^([^\[\]^ \t\n]+)\]:(?:[ \t]*\n)?")
_NOTE_MARK = regex(r" {0,3}\[\^[^\[\]^ \t\n]+\]")
_NOTE_INDENT = 4
#: A term is a line that a definition follows, with at most one blank line between.
_TERM = regex(r"[^\n]*\n(?:[ \t]*\n)? {0,3}[:~](?=[ \n]|\Z)")
_LINE = regex(r"\|(?: |(?=\n|\Z))([^\n]*)(?:\n|\Z)")
_LINE_GOES_ON = regex(r"[ \t]+(\S[^\n]*)(?:\n|\Z)")

#: Stretches `(start, end)` of a text, line endings included.
Stretches = list[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Container:
    """A block that holds others: its stretches of text, its end, and the label of a
    footnote.
    """

    stretches: Stretches
    end: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Definitions:
    """A term `(start, end)`, its definitions, and where the last one ends."""

    term: tuple[int, int]
    bodies: list[Stretches]
    end: int


@dataclass(frozen=True, slots=True)
class LineBlock:
    """Lines after bars, and where the last one ends."""

    bodies: list[Stretches]
    end: int


def item(text: str, marker: Marker, context: BlockContext) -> Container:
    """Read the list item or definition that `marker` begins."""
    indent = marker.indent
    end = next_line(text, marker.end)
    stretches = [(marker.end, end)]
    while (
        end < len(text)
        and not _item_ends(text, end, context)
        and not _nests(text, end, indent)
    ):
        start = _after_indent(text, end, indent) or end
        end = next_line(text, start)
        stretches.append((start, end))
    while True:
        blank = _end(_BLANK_LINES, text, end)
        stretches.append((end, blank))
        end = blank
        further = _further_lines(text, end, indent, context)
        if not further:
            return Container(stretches, end)
        stretches += further
        end = further[-1][1]


def _further_lines(
    text: str, position: int, indent: int, context: BlockContext
) -> Stretches:
    """Read the lines of an item's next block, the first of which is indented."""
    start = _after_indent(text, position, indent)
    if not start or context.closes(text, position, len(text)):
        return []
    if BLANK.match(text, position):
        return []
    end = next_line(text, start)
    stretches = [(start, end)]
    while (
        end < len(text)
        and not BLANK.match(text, end)
        and not context.closes(text, end, len(text))
    ):
        start = _after_indent(text, end, indent)
        if not start and _item_starts(text, end):
            break
        start = start or end
        end = next_line(text, start)
        stretches.append((start, end))
    return stretches


def quote(text: str, position: int, context: BlockContext) -> Container | None:
    """Read the block quote at `position`; a line without a mark continues the
    paragraph above it.
    """
    mark = _QUOTE.match(text, position)
    stretches = []
    end = position
    while mark:
        end = next_line(text, mark.end())
        stretches.append((mark.end(), end))
        mark = _QUOTE.match(text, end)
        while not mark and end < len(text) and not BLANK.match(text, end):
            start = _end(_INDENT, text, end)
            if text.startswith(">", start):
                break
            if context.stops_at_line(text, end, len(text)):
                break
            end = next_line(text, start)
            stretches.append((start, end))
            mark = _QUOTE.match(text, end)
    return Container(stretches, end) if stretches else None


def note(text: str, position: int) -> Container | None:
    """Read the footnote definition at `position`."""
    mark = _NOTE.match(text, position)
    if not mark:
        return None
    start = _after_indent(text, mark.end(), _NOTE_INDENT) or mark.end()
    end = next_line(text, start)
    stretches = [(start, end)]
    while end < len(text):
        if not BLANK.match(text, end) and not _NOTE_MARK.match(text, end):
            start = _after_indent(text, end, _NOTE_INDENT) or end
        else:
            blank = _end(_BLANK_LINES, text, end)
            further = _after_indent(text, blank, _NOTE_INDENT) if blank > end else None
            if not further or BLANK.match(text, further):
                break
            stretches.append((end, blank))
            start = further
        end = next_line(text, start)
        stretches.append((start, end))
    return Container(stretches, end, mark[1])


def definitions(text: str, position: int, context: BlockContext) -> Definitions | None:
    """Read the term at `position` with its definitions, which continue as list items
    do.
    """
    if not _TERM.match(text, position):
        return None
    end = next_line(text, position)
    bodies = []
    while marker := markers.definition_at(text, _end(BLANK, text, end)):
        body = item(text, marker, context)
        bodies.append(body.stretches)
        end = body.end
    if not bodies:
        return None
    return Definitions((position, text.index("\n", position)), bodies, end)


def line_block(text: str, position: int) -> LineBlock | None:
    """Read lines after bars, each with the indented lines that continue it."""
    bodies = []
    while line := _LINE.match(text, position):
        stretches = [line.span(1)]
        position = line.end()
        while more := _LINE_GOES_ON.match(text, position):
            stretches.append((more.start(1) - 1, more.end(1)))
            position = more.end()
        bodies.append(stretches)
    return LineBlock(bodies, position) if bodies else None


def _item_ends(text: str, position: int, context: BlockContext) -> bool:
    return bool(
        BLANK.match(text, position)
        or _item_starts(text, position)
        or fenced_end(text, position, len(text))
        or context.closes(text, position, len(text))
    )


def _nests(text: str, position: int, indent: int) -> bool:
    """Return whether an item in this item begins at `position`."""
    start = _after_indent(text, position, indent)
    if not start:
        return False
    return _item_starts(text, _end(_INDENT, text, start))


def _item_starts(text: str, position: int) -> bool:
    """Return whether an item of any list, or a definition, begins at `position`."""
    return bool(
        markers.item_at(text, position) or markers.definition_at(text, position)
    )


def _after_indent(text: str, position: int, indent: int) -> int | None:
    """Return the position after `indent` spaces, None where there are fewer."""
    if not text.startswith(" " * indent, position):
        return None
    return position + indent


def _end(pattern: re.Pattern[str], text: str, position: int) -> int:
    found = pattern.match(text, position)
    return found.end() if found else position
