"""Grid tables: cells drawn with `+`, `-` and `|`."""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.formats.markdown.tables.cells import Cell, Table

_TOP = regex(r"\+[-:+]+\+[ \t]*\n")
_EDGE = regex(r"\+(?:[-=:+])+\+[ \t]*(?:\n|\Z)")
_LINE = regex(r"[+|][^\n]*[+|][ \t]*(?:\n|\Z)")
_CORNER = regex(r"\+(?=[-=:])")
#: What the sides of a cell are drawn with.
_SIDES = {"|", "+"}
#: Two edges, and a line between them.
_FEWEST_LINES = 3


class _Line(NamedTuple):
    """A line of a table without the spaces at its end, and where it starts."""

    start: int
    text: str


class _Box(NamedTuple):
    """A cell by its edges, as numbers of lines and columns."""

    top: int
    left: int
    bottom: int
    right: int


def grid_table(text: str, position: int) -> Table | None:
    """Read the grid table at `position`."""
    if not _TOP.match(text, position):
        return None
    lines: list[_Line] = []
    end = position
    while end < len(text) and (found := _LINE.match(text, end)):
        lines.append(_Line(end, found[0].rstrip()))
        end = found.end()
    if len(lines) < _FEWEST_LINES or not _EDGE.match(lines[-1].text):
        return None
    return Table(_cells(lines), end)


def _cells(lines: list[_Line]) -> list[Cell]:
    """Find the boxes between corners, from left to right and top to bottom."""
    rows = [line.text for line in lines]
    cells = []
    for top, row in enumerate(rows[:-1]):
        for corner in _CORNER.finditer(row):
            box = _box(rows, top, corner.start())
            if box:
                cells.append(_content(lines, box))
    return cells


def _box(rows: list[str], top: int, left: int) -> _Box | None:
    """Find the smallest box with this upper left corner."""
    if rows[top + 1][left : left + 1] not in _SIDES:
        return None
    for right in range(left + 1, len(rows[top])):
        sign = rows[top][right]
        if sign not in "+-=:":
            return None
        if sign == "+":
            bottom = _bottom(rows, top, left, right)
            if bottom is not None:
                return _Box(top, left, bottom, right)
    return None


def _bottom(rows: list[str], top: int, left: int, right: int) -> int | None:
    """Find the lower edge between two sides that begin at `top`."""
    for bottom in range(top + 1, len(rows)):
        row = rows[bottom]
        if {row[left : left + 1], row[right : right + 1]} - _SIDES:
            return None
        edge = row[left + 1 : right]
        has_corners = row[left] == row[right] == "+"
        if has_corners and edge and not edge.strip("-=:+"):
            return bottom
    return None


def _content(lines: list[_Line], box: _Box) -> Cell:
    """Return the lines in a box, without the indent that they share."""
    rows = lines[box.top + 1 : box.bottom]
    inside = [row.text[box.left + 1 : box.right].rstrip() for row in rows]
    indents = [len(line) - len(line.lstrip()) for line in inside if line]
    indent = min(indents, default=0)
    cell = Cell([], is_fixed_width=True)
    for row, line in zip(rows, inside, strict=True):
        start = row.start + box.left + 1
        cell.stretches.append((start + indent, start + max(indent, len(line))))
        row_end = row.start + len(row.text)
        cell.stretches.append((row_end, row_end + 1))
    return cell
