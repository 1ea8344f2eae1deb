"""Grid tables: cells drawn with `+`, `-` and `|`."""

from __future__ import annotations

import re

from loccit._startup.regex import regex

Cell = list[tuple[int, int]]

_TOP = regex(r"\+[-:+]+\+[ \t]*\n")
_EDGE = regex(r"\+(?:[-=:+])+\+[ \t]*(?:\n|\Z)")
_LINE = regex(r"[+|][^\n]*[+|][ \t]*(?:\n|\Z)")


def table(text: str, position: int) -> tuple[list[Cell], int] | None:
    """The cells of the grid table at `position`, and its end."""
    if not _TOP.match(text, position):
        return None
    lines = []
    end = position
    while found := _LINE.match(text, end):
        lines.append((end, text[end : found.end()].rstrip()))
        end = found.end()
        if end >= len(text):
            break
    if len(lines) < 3 or not _EDGE.match(lines[-1][1]):
        return None
    return _cells(lines), end


def _cells(lines: list[tuple[int, str]]) -> list[Cell]:
    """The boxes between corners, from left to right and top to bottom."""
    rows = [line for _, line in lines]
    cells = []
    for top, row in enumerate(rows[:-1]):
        for left in (found.start() for found in re.finditer(r"\+(?=[-=:])", row)):
            box = _box(rows, top, left)
            if box:
                bottom, right = box
                cells.append(_content(lines, top, left, bottom, right))
    return cells


def _box(rows: list[str], top: int, left: int) -> tuple[int, int] | None:
    """The opposite corner of the smallest box whose upper left corner this is."""
    if top + 1 >= len(rows) or rows[top + 1][left : left + 1] not in ("|", "+"):
        return None
    for right in range(left + 1, len(rows[top])):
        sign = rows[top][right]
        if sign == "+":
            for bottom in range(top + 1, len(rows)):
                ends = rows[bottom][left : left + 1], rows[bottom][right : right + 1]
                if not set(ends) <= {"|", "+"} or "" in ends:
                    break
                inner = rows[bottom][left + 1 : right]
                if ends == ("+", "+") and inner and not inner.strip("-=:+"):
                    return bottom, right
        elif sign not in "-=:":
            return None
    return None


def _content(
    lines: list[tuple[int, str]], top: int, left: int, bottom: int, right: int
) -> Cell:
    """The lines in a box, the indent they share left out."""
    inside = [
        (start + left + 1, line[left + 1 : right].rstrip())
        for start, line in lines[top + 1 : bottom]
    ]
    indents = [len(line) - len(line.lstrip()) for _, line in inside if line]
    indent = min(indents, default=0)
    cell: Cell = []
    for (start, line), (origin, row) in zip(
        inside, lines[top + 1 : bottom], strict=True
    ):
        cell.append((start + indent, start + max(indent, len(line))))
        cell.append((origin + len(row), origin + len(row) + 1))
    return cell
