"""Simple and multiline tables: columns stand under the dashes of a line."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from loccit._startup.regex import regex

Cell = list[tuple[int, int]]

_DASHES = regex(r"( {0,3})((?:-+[ \t]*)+)(?:\n|\Z)")
_COLUMN = regex(r"-+[ \t]*")
_BLANK = regex(r"[ \t]*(?:\n|\Z)")
_LINE = regex(r"[^\n]*(?:\n|\Z)")


def table(text: str, position: int) -> tuple[list[Cell], int] | None:
    """The cells of the table at `position`, and its end."""
    return (
        _multiline(text, position, headed=True)
        or _simple(text, position, headed=False)
        or _simple(text, position, headed=True)
        or _multiline(text, position, headed=False)
    )


def _simple(text: str, position: int, headed: bool) -> tuple[list[Cell], int] | None:
    """One line a row; without a head, dashes close it."""
    head = _line_end(text, position) if headed else position
    dashes = _DASHES.match(text, head) if head < len(text) else None
    if not dashes:
        return None
    stops = _stops(dashes)
    cells = _row(text, [(position, head)], stops) if headed else []
    end, rows = dashes.end(), 0
    while end < len(text) and not _BLANK.match(text, end) and not _footer(text, end):
        after = _line_end(text, end)
        cells += _row(text, [(end, after)], stops)
        end, rows = after, rows + 1
    footer = _footer(text, end)
    if not rows or (not headed and not footer):
        return None
    return cells, footer or end


def _multiline(text: str, position: int, headed: bool) -> tuple[list[Cell], int] | None:
    """Rows of several lines, parted by blank lines, closed by dashes."""
    start, lines = position, []
    if headed:
        top = _DASHES.match(text, position)
        if not top or _BLANK.match(text, top.end()):
            return None
        start = top.end()
        while start < len(text) and not _DASHES.match(text, start):
            lines.append((start, _line_end(text, start)))
            start = lines[-1][1]
            if (
                len(lines) > 100
            ):  # no head is so long; looking further for its dashes would cost a pass each time
                return None
        if not lines:
            return None
    dashes = _DASHES.match(text, start) if start < len(text) else None
    if not dashes:
        return None
    stops = _stops(dashes)
    cells = _row(text, lines, stops) if lines else []
    end, rows = dashes.end(), 0
    while True:
        row: list[tuple[int, int]] = []
        while (
            end < len(text) and not _BLANK.match(text, end) and not _footer(text, end)
        ):
            row.append((end, _line_end(text, end)))
            end = row[-1][1]
        if not row:
            break
        cells += _row(text, row, stops)
        rows += 1
        while end < len(text) and _BLANK.match(text, end):
            end = _line_end(text, end)
    footer = _footer(text, end)
    return (cells, footer) if rows and footer else None


def _footer(text: str, position: int) -> int:
    """The end of the line of dashes that closes a table."""
    dashes = _DASHES.match(text, position) if position < len(text) else None
    return dashes.end() if dashes else 0


def _line_end(text: str, position: int) -> int:
    found = _LINE.match(text, position)
    return found.end() if found else position


def _stops(dashes: re.Match[str]) -> list[int]:
    """Where columns begin; the last one goes on to the end of the line."""
    return [len(dashes[1]) + found.start() for found in _COLUMN.finditer(dashes[2])]


def _row(text: str, lines: list[tuple[int, int]], stops: list[int]) -> list[Cell]:
    """The cells of a row of lines."""
    cells: list[Cell] = [[] for _ in stops]
    for start, end in lines:
        line = text[start:end].rstrip("\n")
        edges = [*_offsets(line, stops), len(line)]
        for cell, (left, right) in zip(cells, pairwise(edges), strict=True):
            part = line[left:right]
            first = left + len(part) - len(part.lstrip())
            cell.append((start + first, start + max(first, left + len(part.rstrip()))))
            if len(lines) > 1:
                cell.append((start + len(line), end))
    return cells


def _offsets(line: str, stops: list[int]) -> list[int]:
    """Columns as offsets: East Asian wide characters take two columns."""
    if line.isascii():
        return [min(stop, len(line)) for stop in stops]
    offsets, width, position = [], 0, 0
    for stop in stops:
        while position < len(line) and width < stop:
            wide = unicodedata.east_asian_width(line[position]) in "WF"
            width += 0 if unicodedata.combining(line[position]) else 2 if wide else 1
            position += 1
        offsets.append(position)
    return offsets
