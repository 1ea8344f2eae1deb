"""The environments that are open at a place, and what they make of its text."""

from __future__ import annotations

from loccit.essays.formats.latex import commands
from loccit.essays.formats.latex.run import Shape


class _Open:
    """An open environment; one with items counts them."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.items = 0


class Environments:
    """The environments that are open."""

    def __init__(self) -> None:
        self._open: list[_Open] = []

    @property
    def is_formula(self) -> bool:
        """Whether no text is read here."""
        return any(each.name in commands.FORMULAS for each in self._open)

    @property
    def is_table(self) -> bool:
        """Whether `&` separates cells here."""
        return any(each.name in commands.TABLES for each in self._open)

    @property
    def list_name(self) -> str:
        """The innermost environment that has items."""
        for each in reversed(self._open):
            if each.name in commands.LISTS:
                return each.name
        return ""

    def begin(self, name: str) -> None:
        """Open an environment."""
        self._open.append(_Open(name))

    def end(self, name: str) -> None:
        """Close the innermost environment of that name, and those in it."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index].name == name:
                del self._open[index:]
                return

    def leave_formulas(self) -> None:
        """Close the formulas: no blank line is in one, so that an end is missing."""
        self._open = [each for each in self._open if each.name not in commands.FORMULAS]

    def count_item(self) -> int:
        """Return the number of the item that begins."""
        for each in reversed(self._open):
            if each.name in commands.LISTS:
                each.items += 1
                return each.items
        return 0

    def shape(self) -> Shape:
        """Return what a paragraph here is."""
        is_quoted = any(each.name in commands.QUOTATIONS for each in self._open)
        if self.is_table:
            return Shape("cell", is_quoted=is_quoted)
        if self.list_name:
            return Shape("item", is_quoted=is_quoted, environment=self.list_name)
        return Shape(is_quoted=is_quoted)
