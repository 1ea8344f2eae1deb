"""Tables: where they end, and the pieces of text in their cells."""

from __future__ import annotations

import re

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.essays.formats.markdown.brackets import ATTRIBUTES
from loccit.essays.formats.markdown.tables import grid
from loccit.essays.formats.markdown.tables import simple as columns
from loccit.essays.formats.markdown.verbatim import Verbatim

Cell = list[tuple[int, int]]

_BLANKS = regex(r"(?:[ \t]*(?:\n|\Z))*")
_BLANK = regex(r"[ \t]*(?:\n|\Z)")
_BREAK_CELL = r"[ \t]*:?-+:?[ \t]*"
_BREAK = regex(
    rf" {{0,3}}(?:\|(?P<first>{_BREAK_CELL})|(?={_BREAK_CELL}[|+](?![ \t]*(?:\n|\Z))){_BREAK_CELL})"
    rf"(?P<rest>(?:[|+](?![ \t]*(?:\n|\Z)){_BREAK_CELL})*)\|?[ \t]*(?:\n|\Z)"
)
_CAPTION = regex(r" {0,3}(?:[Tt]able:|:(?![^\w\s]))(?![ \t]*(?:~~~|```|>))[ \t]*")
_CAPTION_END = regex(rf"[ \t]*{ATTRIBUTES.pattern}[ \t]*(?:\n|\Z)|\n[ \t]*(?:\n|\Z)")
_MAY_BE = regex(
    r"[^\n|]*\||[^\n]*\n {0,3}-[- ]*(?:\n|\Z)| {0,3}-[- ]*(?:\n|\Z)|\+| {0,3}(?:[Tt]able:|:)"
)
_CELL_PART = regex(r"[|\n`$<\\]")


@dataclass(frozen=True, slots=True)
class Table:
    """The cells and the caption of a table, in order, and where it ends.

    `in_fixed_width_table` tells of each whether it is a cell that is known by where it stands in
    its lines.
    """

    cells: list[Cell]
    end: int
    in_fixed_width_table: list[bool]


def table_at(text: str, position: int) -> Table | None:
    """The table at `position`, its caption before or after it included."""
    if not _MAY_BE.match(text, position):
        return None
    cells: list[Cell] = []
    before = _caption(text, position)
    start = before[1] if before else position
    pipes = _pipe_table(text, start)
    found = pipes or columns.table(text, start) or grid.table(text, start)
    if not found:
        return None
    cells, end = found
    in_fixed_width_table = [pipes is None] * len(cells)
    end = _end_of_blanks(text, end)
    if before:
        return Table([[before[0]], *cells], end, [False, *in_fixed_width_table])
    after = _caption(text, end)
    if after:
        return Table([*cells, [after[0]]], after[1], [*in_fixed_width_table, False])
    return Table(cells, end, in_fixed_width_table)


def _caption(text: str, position: int) -> tuple[tuple[int, int], int] | None:
    """A paragraph that begins with `Table:` or a colon, and the end of the blank lines
    after it.
    """
    mark = _CAPTION.match(text, position)
    if not mark:
        return None
    close = _CAPTION_END.search(text, mark.end())
    end = close.start() if close else len(text)
    return (mark.end(), end), _end_of_blanks(text, close.end() if close else end)


def _end_of_blanks(text: str, position: int) -> int:
    if position and not text.startswith("\n", position) and text[position - 1] != "\n":
        return position
    found = _BLANKS.match(text, position)
    return found.end() if found else position


def _pipe_table(text: str, position: int) -> tuple[list[Cell], int] | None:
    line_end = text.find("\n", position)
    if (
        line_end < 0
        or text.find("|", position, line_end) < 0
        or text.startswith("    ", position)
    ):
        return None
    divider = _BREAK.match(text, line_end + 1)
    head = _pipe_row(text, position) if divider else None
    if not divider or not head:
        return None
    count = 1 + len(re.findall(r"[|+]", divider["rest"]))
    cells = head[0][:count]
    end = divider.end()
    while end < len(text):
        row = _pipe_row(text, end)
        if not row:
            break
        cells += row[0][:count]
        end = row[1]
    return cells, end


def _pipe_row(text: str, position: int) -> tuple[list[Cell], int] | None:
    """The cells of a line with bars in it; a bar in code, TeX or a tag parts nothing,
    nor does a line ending.
    """
    line_end = text.find("\n", position)
    line_end = len(text) if line_end < 0 else line_end
    if text.find("|", position, line_end) < 0:
        return None
    verbatim = Verbatim(text, position, len(text))
    start = position
    while start < line_end and text[start] in " \t":
        start += 1
    opens = text.startswith("|", start)
    here = start = start + 1 if opens else start
    cells: list[Cell] = []
    line_end = len(text)
    while found := _CELL_PART.search(text, here):
        if found[0] == "\n":
            line_end = found.start()
            break
        if found[0] == "|":
            cells.append([_trimmed(text, start, found.start())])
            here = start = found.end()
        else:
            here = _opaque(verbatim, found[0], found.start()) or found.end()
    if text[start:line_end].strip():
        cells.append([_trimmed(text, start, line_end)])
    if len(cells) == 1 and not opens:
        return None
    return cells, min(line_end + 1, len(text))


def _opaque(verbatim: Verbatim, sign: str, position: int) -> int:
    if sign == "`":
        return verbatim.code(position)
    if sign == "$":
        return verbatim.math(position)
    return verbatim.tag(position) if sign == "<" else verbatim.backslash(position)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
