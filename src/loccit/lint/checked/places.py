"""Find what is at a place of an essay."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

from loccit.model import Span


class Placed(Protocol):
    """Something with a place in a part of an essay."""

    @property
    def part(self) -> str: ...
    @property
    def span(self) -> Span: ...


T = TypeVar("T", bound=Placed)


class Places(Generic[T]):
    """Things with places that do not overlap."""

    def __init__(self, things: Iterable[T]) -> None:
        """Sort things by their places."""
        self._by_part: dict[str, list[T]] = {}
        for each in sorted(things, key=_end):
            self._by_part.setdefault(each.part, []).append(each)

    def at(self, part: str, span: Span) -> T | None:
        """Return the first thing that a span overlaps; None if there is none."""
        things = self._by_part.get(part, [])
        index = bisect_left(things, span.start + 1, key=_end)
        if index < len(things) and things[index].span.start < span.end:
            return things[index]
        return None


def _end(thing: Placed) -> int:
    return thing.span.end
