"""Tables: where they end, and the text in their cells."""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.formats.markdown.brackets import ATTRIBUTES
from loccit.essays.formats.markdown.tables.cells import Cell, Table

__all__ = ["Cell", "Table", "table_at"]

_BLANK_LINES = regex(r"(?:[ \t]*(?:\n|\Z))*")
#: A paragraph that begins with `Table:` or a colon; a smiley or code does not.
_CAPTION = regex(r" {0,3}(?:[Tt]able:|:(?![^\w\s]))(?![ \t]*(?:~~~|```|>))[ \t]*")
_CAPTION_END = regex(rf"[ \t]*{ATTRIBUTES.pattern}[ \t]*(?:\n|\Z)|\n[ \t]*(?:\n|\Z)")
#: Whether it is worth looking: bars, dashes below a line, a corner, or a caption.
_MAY_BE = regex(
    r"[^\n|]*\||[^\n]*\n {0,3}-[- ]*(?:\n|\Z)| {0,3}-[- ]*(?:\n|\Z)|\+| {0,3}(?:[Tt]able:|:)"
)


class _Caption(NamedTuple):
    """A caption, and the end of the blank lines after it."""

    cell: Cell
    end: int


def table_at(text: str, position: int) -> Table | None:
    """Read the table at `position`, with its caption before or after it."""
    if not _MAY_BE.match(text, position):
        return None
    # Few essays have tables.
    from loccit.essays.formats.markdown.tables.grid import grid_table
    from loccit.essays.formats.markdown.tables.pipe import pipe_table
    from loccit.essays.formats.markdown.tables.simple import simple_table

    before = _caption_at(text, position)
    start = before.end if before else position
    found = pipe_table(text, start) or simple_table(text, start)
    found = found or grid_table(text, start)
    if not found:
        return None
    end = _after_blank_lines(text, found.end)
    if before:
        return Table([before.cell, *found.cells], end)
    after = _caption_at(text, end)
    if after:
        return Table([*found.cells, after.cell], after.end)
    return Table(found.cells, end)


def _caption_at(text: str, position: int) -> _Caption | None:
    mark = _CAPTION.match(text, position)
    if not mark:
        return None
    close = _CAPTION_END.search(text, mark.end())
    end = close.start() if close else len(text)
    after = _after_blank_lines(text, close.end() if close else end)
    return _Caption(Cell([(mark.end(), end)]), after)


def _after_blank_lines(text: str, position: int) -> int:
    is_within_line = position > 0 and text[position - 1] != "\n"
    if is_within_line and not text.startswith("\n", position):
        return position
    found = _BLANK_LINES.match(text, position)
    return found.end() if found else position
