"""The environments that are open at a place, and what they make of its text."""

from __future__ import annotations

from collections import Counter

from loccit.essays.formats.latex import commands
from loccit.essays.formats.latex.run import Shape


class _List:
    """An open environment with items, which it counts."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.items = 0


class Environments:
    """The environments that are open."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._lists: list[_List] = []
        # How often each is open, so that nobody looks through all of them.
        self._count = Counter[str]()

    @property
    def is_formula(self) -> bool:
        """Whether no text is read here."""
        return self._has(commands.FORMULAS)

    @property
    def is_table(self) -> bool:
        """Whether `&` separates cells here."""
        return self._has(commands.TABLES)

    def begin(self, name: str) -> None:
        """Open an environment."""
        self._open.append(name)
        self._count[name] += 1
        if name in commands.LISTS:
            self._lists.append(_List(name))

    def end(self, name: str) -> None:
        """Close the innermost environment of that name, and those in it."""
        while self._count[name] and self._close() != name:
            pass

    def leave_formulas(self) -> None:
        """Close the formulas: no blank line is in one, so that an end is missing."""
        while self.is_formula:
            self._close()

    def count_item(self) -> int:
        """Return the number of the item that begins."""
        if not self._lists:
            return 0
        self._lists[-1].items += 1
        return self._lists[-1].items

    def shape(self) -> Shape:
        """Return what a paragraph here is."""
        is_quoted = self._has(commands.QUOTATIONS)
        if self.is_table:
            return Shape("cell", is_quoted=is_quoted)
        if self._lists:
            name = self._lists[-1].name
            return Shape("item", is_quoted=is_quoted, environment=name)
        return Shape(is_quoted=is_quoted)

    def _has(self, names: frozenset[str]) -> bool:
        return not self._count.keys().isdisjoint(names)

    def _close(self) -> str:
        """Close the innermost environment."""
        name = self._open.pop()
        self._count[name] -= 1
        if not self._count[name]:
            del self._count[name]
        if name in commands.LISTS:
            self._lists.pop()
        return name
