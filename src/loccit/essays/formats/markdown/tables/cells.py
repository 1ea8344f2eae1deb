"""Tables as stretches of text."""

from __future__ import annotations

from loccit._startup.dataclass import dataclass


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell, or the caption, of a table.

    Attributes:
        stretches: its text, as stretches `(start, end)` of the document.
        is_fixed_width: whether its place in a line says which cell it is.
    """

    stretches: list[tuple[int, int]]
    is_fixed_width: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """The cells of a table in order, its caption among them, and where it ends."""

    cells: list[Cell]
    end: int
