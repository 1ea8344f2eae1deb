"""Blocks held by markers at line starts: list items, quotes, notes, definitions, lines.

Each function finds how far such a block goes and the pieces of text in it, markers and
indents left out.
"""

from __future__ import annotations

import re
from dataclasses import field

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.essays.formats.markdown import markers
from loccit.essays.formats.markdown.block_context import BlockContext
from loccit.essays.formats.markdown.fences import fenced_end
from loccit.essays.formats.markdown.markers import Marker, bullet_at, number_at

__all__ = [
    "Marker",
    "bullet_at",
    "definitions",
    "item",
    "line_block",
    "note",
    "number_at",
    "quote",
]

_BLANKS = regex(r"(?:[ \t]*\n)*")
_BLANK = regex(r"[ \t]*(?:\n|\Z)")
_INDENT = regex(r" *")
_QUOTE = regex(r" {0,3}> ?")
_NOTE = regex(r" {0,3}\[\^([^\[\]^ \t\n]+)\]:(?:[ \t]*\n)?")
_NOTE_MARK = regex(r" {0,3}\[\^[^\[\]^ \t\n]+\]")
_TERM = regex(r"[^\n]*\n(?:[ \t]*\n)? {0,3}[:~](?=[ \n]|\Z)")
_LINE = regex(r"\|(?: |(?=\n|\Z))([^\n]*)(?:\n|\Z)")
_LINE_GOES_ON = regex(r"[ \t]+(\S[^\n]*)(?:\n|\Z)")


@dataclass(frozen=True, slots=True)
class Held:
    """A block of pieces `(start, end)` of a text, line endings included, and where it
    ends.
    """

    pieces: list[tuple[int, int]]
    end: int
    label: str = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """A block of several bodies, perhaps under a term."""

    end: int
    bodies: list[list[tuple[int, int]]] = field(default_factory=list)
    term: tuple[int, int] = (0, 0)


def item(text: str, marker: Marker, context: BlockContext) -> Held:
    """The list item or definition that `marker` begins."""
    indent = marker.indent
    end = _next_line(text, marker.end)
    pieces = [(marker.end, end)]
    while (
        end < len(text)
        and not _item_ends(text, end, context)
        and not _nested(text, end, indent)
    ):
        start = _gobble(text, end, indent) or end
        end = _next_line(text, start)
        pieces.append((start, end))
    while True:
        blanks = _end(_BLANKS, text, end)
        pieces.append((end, blanks))
        end = blanks
        start = _gobble(text, end, indent)
        if not start or context.closes(text, end, len(text)) or _BLANK.match(text, end):
            return Held(pieces, end)
        end = _next_line(text, start)
        pieces.append((start, end))
        while (
            end < len(text)
            and not _BLANK.match(text, end)
            and not context.closes(text, end, len(text))
        ):
            start = _gobble(text, end, indent)
            if not start and _starts(text, end):
                break
            start = start or end
            end = _next_line(text, start)
            pieces.append((start, end))


def quote(text: str, position: int, context: BlockContext) -> Held | None:
    """The block quote at `position`; a line without a mark goes on with the paragraph
    before it.
    """
    mark = _QUOTE.match(text, position)
    pieces = []
    end = position
    while mark:
        end = _next_line(text, mark.end())
        pieces.append((mark.end(), end))
        while (
            end < len(text)
            and not _QUOTE.match(text, end)
            and not _BLANK.match(text, end)
        ):
            start = _end(_INDENT, text, end)
            if text.startswith(">", start) or context.stops_at_line(
                text, end, len(text)
            ):
                return Held(pieces, end)
            end = _next_line(text, start)
            pieces.append((start, end))
        mark = _QUOTE.match(text, end) if end < len(text) else None
    return Held(pieces, end) if pieces else None


def note(text: str, position: int) -> Held | None:
    """The footnote definition at `position`."""
    mark = _NOTE.match(text, position)
    if not mark:
        return None
    start = _gobble(text, mark.end(), 4) or mark.end()
    end = _next_line(text, start)
    pieces = [(start, end)]
    while end < len(text):
        if not _BLANK.match(text, end) and not _NOTE_MARK.match(text, end):
            start = _gobble(text, end, 4) or end
        else:
            blanks = _end(_BLANKS, text, end)
            start = _gobble(text, blanks, 4) if blanks > end else 0
            if not start or _BLANK.match(text, start):
                break
            pieces.append((end, blanks))
        end = _next_line(text, start)
        pieces.append((start, end))
    return Held(pieces, end, mark[1])


def definitions(text: str, position: int, context: BlockContext) -> Parts | None:
    """The term at `position` with its definitions, which go on as list items do."""
    if not _TERM.match(text, position):
        return None
    end = _next_line(text, position)
    bodies = []
    while marker := markers.definition_at(text, _end(_BLANK, text, end)):
        body = item(text, marker, context)
        bodies.append(body.pieces)
        end = body.end
    return (
        Parts(end, bodies, (position, text.index("\n", position))) if bodies else None
    )


def line_block(text: str, position: int) -> Parts | None:
    """Lines after bars, each with the indented lines that go on with it."""
    bodies = []
    while line := _LINE.match(text, position):
        pieces = [line.span(1)]
        position = line.end()
        while more := _LINE_GOES_ON.match(text, position):
            pieces.append((more.start(1) - 1, more.end(1)))
            position = more.end()
        bodies.append(pieces)
    return Parts(position, bodies) if bodies else None


def _item_ends(text: str, position: int, context: BlockContext) -> bool:
    return bool(
        _BLANK.match(text, position)
        or _starts(text, position)
        or fenced_end(text, position, len(text))
        or context.closes(text, position, len(text))
    )


def _nested(text: str, position: int, indent: int) -> bool:
    start = _gobble(text, position, indent)
    while start and text.startswith(" ", start):
        start += 1
    return bool(start) and _starts(text, start)


def _starts(text: str, position: int) -> bool:
    """Whether an item of any list, or a definition, begins at `position`."""
    return bool(
        markers.item_at(text, position) or markers.definition_at(text, position)
    )


def _gobble(text: str, position: int, indent: int) -> int:
    """The position after `indent` spaces, 0 where there are fewer."""
    return position + indent if text.startswith(" " * indent, position) else 0


def _next_line(text: str, position: int) -> int:
    end = text.find("\n", position)
    return len(text) if end < 0 else end + 1


def _end(pattern: re.Pattern[str], text: str, position: int) -> int:
    found = pattern.match(text, position)
    return found.end() if found else position
