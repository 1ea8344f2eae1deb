"""Find the cells of tables in reStructuredText, line by line."""

from __future__ import annotations

from itertools import pairwise

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex

_GRID_LINE = regex(r"[ ]*\+(?:[-=]+\+)+[ ]*(?:\n|\Z)")
_GRID_ROW = regex(r"[ ]*[+|][^\n]*(?:\n|\Z)")
_GRID_CELL = regex(r"(?<=[|+])[ ]*([^|\n]*?[^|\s+-][^|\n]*?)[ ]*(?=\|)")
_BORDER = regex(r"[ ]*=+(?:[ ]+=+)+[ ]*(?:\n|\Z)")
_COLUMN = regex(r"=+")
_SPAN_LINE = regex(r"[ ]*-+(?:[ ]+-+)*[ ]*(?:\n|\Z)")
_LINE = regex(r"[^\n]*(?:\n|\Z)")


class Cell(NamedTuple):
    """A line of a cell; `is_fixed` says whether other cells or lines follow it."""

    start: int
    end: int
    is_fixed: bool = True


#: The cells of a table, and where it ends.
Cells = tuple[list[Cell], int]


def grid_rows(text: str, position: int) -> Cells | None:
    """Read a grid table; None if there is none at a position."""
    found = _GRID_LINE.match(text, position)
    if not found:
        return None
    cells: list[Cell] = []
    end = found.end()
    while row := _GRID_ROW.match(text, end):
        if row.end() == end:
            break
        cells += [
            Cell(*cell.span(1)) for cell in _GRID_CELL.finditer(text, end, row.end())
        ]
        end = row.end()
    return cells, end


def simple_rows(text: str, position: int) -> Cells | None:
    """Read a simple table, up to the line that closes it."""
    border = _BORDER.match(text, position)
    if not border:
        return None
    columns = [column.start() for column in _COLUMN.finditer(border[0])]
    cells: list[Cell] = []
    end = border.end()
    while end < len(text):
        line = _LINE.match(text, end)
        if line is None or line.end() == end:
            break
        closing = _BORDER.match(text, end)
        if closing and _is_last(text, closing.end(), len(cells)):
            return cells, closing.end()
        if not closing and not _SPAN_LINE.match(text, end):
            cells += _cells(text, end, line.end(), columns)
        end = line.end()
    return cells, end


def _is_last(text: str, position: int, cells: int) -> bool:
    """Return whether a border closes a table: what follows is no row of it."""
    is_blank = not text[position : position + 1].strip()
    return bool(cells) and is_blank


def _cells(text: str, start: int, end: int, columns: list[int]) -> list[Cell]:
    """Return the cells of a line, by where the columns begin."""
    found: list[Cell] = []
    places = [min(start + column, end) for column in columns]
    for first, last in pairwise([*places, end]):
        words = text[first:last]
        if words.strip():
            begin = first + len(words) - len(words.lstrip())
            found.append(Cell(begin, first + len(words.rstrip()), last < end))
    return found
