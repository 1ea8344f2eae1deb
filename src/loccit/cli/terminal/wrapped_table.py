"""A table whose long cells take several lines; the same on a terminal and in a pipe."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from textwrap import wrap

import click

from loccit._startup.namedtuple import NamedTuple

#: What a line has in a pipe, and the most that is easy to read.
_USUAL, _WIDEST = 80, 120
#: A column is at least so wide, if its cells are; and the space between two.
_LEAST, _GAP = 12, 2


class Cell(NamedTuple):
    """A cell, and what styles its lines."""

    text: str
    style: Callable[[str], str] = str


def wrapped_table(columns: Sequence[str], rows: Sequence[Sequence[Cell]]) -> str:
    """Return a table with a heading for each column.

    >>> rows = [[Cell("3"), Cell("(Doe, 2001)")]]
    >>> print(click.unstyle(wrapped_table(["Line", "Typed"], rows)))
    Line  Typed
    3     (Doe, 2001)
    """
    heading = [Cell(column, _bold) for column in columns]
    widths = _widths([heading, *rows], _room())
    lines = [line for row in [heading, *rows] for line in _lines(row, widths)]
    return "\n".join(lines)


def _bold(text: str) -> str:
    return click.style(text, bold=True)


def _room() -> int:
    """Return how many characters a line can have."""
    width = shutil.get_terminal_size((_USUAL, 24)).columns
    return min(width, _WIDEST)


def _widths(rows: Sequence[Sequence[Cell]], room: int) -> list[int]:
    """Share the room among columns: narrow ones are as wide as their cells, and the
    others share what is left.
    """
    widths = [
        max(len(cell.text) for cell in column) for column in zip(*rows, strict=True)
    ]
    room -= _GAP * (len(widths) - 1)
    by_width = sorted(range(len(widths)), key=widths.__getitem__)
    for place, number in enumerate(by_width):
        share = room // (len(widths) - place)
        widths[number] = min(widths[number], max(_LEAST, share))
        room -= widths[number]
    return widths


def _lines(row: Sequence[Cell], widths: Sequence[int]) -> Iterator[str]:
    """Yield the lines of a row."""
    columns = [
        wrap(cell.text, width, break_on_hyphens=False) or [""]
        for cell, width in zip(row, widths, strict=True)
    ]
    styles = [cell.style for cell in row]
    for texts in zip_longest(*columns, fillvalue=""):
        line = ""
        for text, style, width in zip(texts, styles, widths, strict=True):
            line += (style(text) if text else "") + " " * (width - len(text) + _GAP)
        yield line.rstrip()
