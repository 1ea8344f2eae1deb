"""Simple and multiline tables: columns below the dashes of a line."""

from __future__ import annotations

import re
import unicodedata
from itertools import pairwise

from loccit._startup.regex import regex
from loccit.essays.formats.markdown.lines import BLANK, next_line
from loccit.essays.formats.markdown.tables.cells import Cell, Table

_DASHES = regex(r"( {0,3})((?:-+[ \t]*)+)(?:\n|\Z)")
_COLUMN = regex(r"-+[ \t]*")
#: No head is longer; looking further for its dashes would cost a pass each time.
_LONGEST_HEAD = 100

#: A line `(start, end)`, with its line ending.
_Line = tuple[int, int]


def simple_table(text: str, position: int) -> Table | None:
    """Read the simple or multiline table at `position`."""
    return (
        _multiline(text, position, headed=True)
        or _simple(text, position, headed=False)
        or _simple(text, position, headed=True)
        or _multiline(text, position, headed=False)
    )


def _simple(text: str, position: int, headed: bool) -> Table | None:
    """Read a table of one line a row; without a head, dashes have to close it."""
    head = next_line(text, position) if headed else position
    dashes = _dashes_at(text, head)
    if not dashes:
        return None
    stops = _stops(dashes)
    cells = _row(text, [(position, head)], stops) if headed else []
    rows = _lines(text, dashes.end())
    for line in rows:
        cells += _row(text, [line], stops)
    end = rows[-1][1] if rows else dashes.end()
    footer = _dashes_at(text, end)
    if not rows or not (headed or footer):
        return None
    return Table(cells, footer.end() if footer else end)


def _multiline(text: str, position: int, headed: bool) -> Table | None:
    """Read a table whose rows have several lines: blank lines separate them, and
    dashes close it.
    """
    head = _head(text, position) if headed else []
    if head is None:
        return None
    dashes = _dashes_at(text, head[-1][1] if head else position)
    if not dashes:
        return None
    stops = _stops(dashes)
    cells = _row(text, head, stops) if head else []
    end, has_rows = dashes.end(), False
    while row := _lines(text, end):
        cells += _row(text, row, stops)
        end, has_rows = row[-1][1], True
        while end < len(text) and BLANK.match(text, end):
            end = next_line(text, end)
    footer = _dashes_at(text, end)
    return Table(cells, footer.end()) if has_rows and footer else None


def _head(text: str, position: int) -> list[_Line] | None:
    """Read the lines of a head between two lines of dashes."""
    top = _dashes_at(text, position)
    if not top or BLANK.match(text, top.end()):
        return None
    lines: list[_Line] = []
    start = top.end()
    while start < len(text) and not _DASHES.match(text, start):
        lines.append((start, next_line(text, start)))
        start = lines[-1][1]
        if len(lines) > _LONGEST_HEAD:
            return None
    return lines or None


def _lines(text: str, position: int) -> list[_Line]:
    """Read lines up to a blank one, or one of dashes."""
    lines: list[_Line] = []
    while (
        position < len(text)
        and not BLANK.match(text, position)
        and not _DASHES.match(text, position)
    ):
        lines.append((position, next_line(text, position)))
        position = lines[-1][1]
    return lines


def _dashes_at(text: str, position: int) -> re.Match[str] | None:
    return _DASHES.match(text, position) if position < len(text) else None


def _stops(dashes: re.Match[str]) -> list[int]:
    """Return where columns begin; the last one goes on to the end of the line."""
    return [len(dashes[1]) + found.start() for found in _COLUMN.finditer(dashes[2])]


def _row(text: str, lines: list[_Line], stops: list[int]) -> list[Cell]:
    """Return the cells of a row of lines."""
    cells = [Cell([], is_fixed_width=True) for _ in stops]
    for start, end in lines:
        line = text[start:end].rstrip("\n")
        edges = [*_offsets(line, stops), len(line)]
        for cell, (left, right) in zip(cells, pairwise(edges), strict=True):
            part = line[left:right]
            first = left + len(part) - len(part.lstrip())
            last = max(first, left + len(part.rstrip()))
            cell.stretches.append((start + first, start + last))
            if len(lines) > 1:
                cell.stretches.append((start + len(line), end))
    return cells


def _offsets(line: str, stops: list[int]) -> list[int]:
    """Return columns as offsets: East Asian wide characters take two columns."""
    if line.isascii():
        return [min(stop, len(line)) for stop in stops]
    offsets, width, position = [], 0, 0
    for stop in stops:
        while position < len(line) and width < stop:
            width += _width(line[position])
            position += 1
        offsets.append(position)
    return offsets


def _width(character: str) -> int:
    """Return how many columns a character takes (Unicode Standard Annex 11)."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
