"""What of a printed essay is new since a version that somebody knows."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from typing import Generic, TypeVar

from loccit._startup.namedtuple import NamedTuple

#: What is printed: a text, or a text and what it is of.
T = TypeVar("T", bound=Hashable)


class _Known(NamedTuple):
    """The number of what is printed, and the version since which it is."""

    number: int
    since: int


class PrintedSince(Generic[T]):
    """What an essay prints, version by version.

    An essay prints the same citation in many places, and a change of one sentence leaves
    all others as they are.  So each text has a number, and somebody who knows a version
    needs only the texts that came later.  What is not printed any more is forgotten, and
    its number is not used again.

    >>> printed = PrintedSince[str]()
    >>> printed.update(1, ["(Doe, 2001)", "(Roe, 2002)", "(Doe, 2001)"])
    [1, 2, 1]
    >>> printed.update(2, ["(Doe, 2001)", "(Roe, 2003)"])
    [1, 3]
    >>> printed.since(1), printed.since(0)
    ({3: '(Roe, 2003)'}, {1: '(Doe, 2001)', 3: '(Roe, 2003)'})
    """

    def __init__(self) -> None:
        self._known: dict[T, _Known] = {}
        self._last = 0

    def update(self, version: int, printed: Iterable[T]) -> list[int]:
        """Take what a version prints, and return the number of each text."""
        known: dict[T, _Known] = {}
        numbers = []
        for each in printed:
            if each not in known:
                known[each] = self._known.get(each) or self._new(version)
            numbers.append(known[each].number)
        self._known = known
        return numbers

    def since(self, version: int) -> Mapping[int, T]:
        """Return what came after a version, by its numbers."""
        return {
            known.number: each
            for each, known in self._known.items()
            if known.since > version
        }

    def _new(self, version: int) -> _Known:
        self._last += 1
        return _Known(self._last, version)
