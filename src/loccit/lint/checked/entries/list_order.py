"""Find the entries of a typed list that are not where the style sorts them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from loccit._startup.dataclass import dataclass, replace
from loccit.essays.document import EntryStretch
from loccit.lint.checked.citations.bracketed_numbers import cited_by_number
from loccit.lint.checked.entries.entry import CheckedEntry
from loccit.lint.checked.entries.list_groups import ListGroup, list_groups
from loccit.lint.checked.entries.rearranged import rearranged
from loccit.lint.checked.entries.sort_reason import Reason, sort_reason
from loccit.lint.checked.entries.sorted_entries import (
    has_article,
    is_surely_sorted,
    ranks,
)
from loccit.lint.checked.essay import CheckedEssay
from loccit.model import Edit

#: With more entries out of place, the whole list is in another order.
_FEW = 2
_SHARE = 5


@dataclass(frozen=True, slots=True)
class Misplaced:
    """An entry that is out of place.

    Attributes:
        entry: the entry.
        neighbor: the one that it belongs directly before or after.
        is_before: whether it belongs before it.
        why: what decides.
        others: how many more entries are out of place, where the whole list is in
            another order; such a list is reported once.
        edits: what moves it, or sorts the list.
    """

    entry: CheckedEntry
    neighbor: CheckedEntry
    is_before: bool
    why: Reason
    others: int = 0
    edits: tuple[Edit, ...] = ()


@lru_cache(maxsize=1)  # many rules ask for those of one essay
def misplaced_entries(essay: CheckedEssay) -> Sequence[Misplaced]:
    """Return the entries that are out of place, in the order of the list; none if the
    style does not sort them, or the essay cites by number.
    """
    if not essay.is_sorted:
        return []
    is_by_number = any(citation.mode == "numeric" for citation in essay.citations)
    if is_by_number or cited_by_number(essay):
        return []
    found = _misplaced(essay, ranks(essay))
    if not any(map(_depends_on_article, found)):
        return found
    without = _misplaced(essay, ranks(essay, with_articles=False))
    numbers = {each.entry.number for each in without}
    return [
        each
        for each in found
        if each.entry.number in numbers or not _depends_on_article(each)
    ]


def _misplaced(essay: CheckedEssay, places: Mapping[int, int]) -> list[Misplaced]:
    return [
        each
        for group in list_groups(essay)
        for each in _GroupOrder(essay, group, places).misplaced()
    ]


def _depends_on_article(misplaced: Misplaced) -> bool:
    return has_article(misplaced.entry) or has_article(misplaced.neighbor)


class _GroupOrder:
    """The order of the entries of a group.

    Entries of which the names or the title are not surely read have no place.
    """

    def __init__(
        self, essay: CheckedEssay, group: ListGroup, places: Mapping[int, int]
    ) -> None:
        self._essay = essay
        self._all = group.entries
        self._places = places
        self._entries = [
            each
            for each in group.entries
            if each.number in places and is_surely_sorted(each)
        ]

    def misplaced(self) -> Iterator[Misplaced]:
        """Yield the entries out of place."""
        found = [*self._out_of_place()]
        if len(found) > max(_FEW, len(self._entries) // _SHARE):
            yield self._all_misplaced(found)
            return
        for each in found:
            yield replace(each, edits=self._moved(each))

    def _out_of_place(self) -> Iterator[Misplaced]:
        """Yield the entries out of place, without what moves them."""
        order = [self._rank(each) for each in self._entries]
        stay = _longest_rising(order)
        staying = [self._entries[index] for index in stay]
        ranks_there = [order[index] for index in stay]
        for index in sorted({*range(len(order))}.difference(stay)):
            place = bisect_left(ranks_there, order[index])
            found = _placed(
                self._entries[index],
                staying[place - 1] if place else None,
                staying[place] if place < len(staying) else None,
            )
            if found:
                yield found

    def _rank(self, entry: CheckedEntry) -> int:
        return self._places[entry.number]

    def _moved(self, misplaced: Misplaced) -> tuple[Edit, ...]:
        """Return the edits that move an entry to where it belongs."""
        entry, neighbor = misplaced.entry, misplaced.neighbor
        first, last = sorted([entry.number, neighbor.number])
        around = [each for each in self._all if first <= each.number <= last]
        rest = [each for each in around if each is not entry]
        new = [entry, *rest] if misplaced.is_before else [*rest, entry]
        return self._rearranged(around, new)

    def _all_misplaced(self, found: Sequence[Misplaced]) -> Misplaced:
        first = found[0]
        edits: tuple[Edit, ...] = ()
        if len(self._entries) == len(self._all):
            edits = self._rearranged(self._all, sorted(self._all, key=self._rank))
        others = len(found) - 1
        return Misplaced(
            first.entry, first.neighbor, first.is_before, "letters", others, edits
        )

    def _rearranged(
        self, old: Sequence[CheckedEntry], new: Sequence[CheckedEntry]
    ) -> tuple[Edit, ...]:
        """Return the edits that put entries into another order; none if other text, or
        a program, is between them, or dashes stand for the authors of one.
        """
        if any(not each.read.segments for each in old):
            return ()
        document, part = self._essay.essay.document, old[0].read.part
        stretches = document.entry_stretches([each.read.span for each in old], part)
        if len(stretches) != 1:
            return ()
        [stretch] = stretches
        whole = {each.number: _stretch_of(each, self._essay) for each in old}
        return rearranged(
            self._essay, stretch, [whole[each.number].span for each in new]
        )


def _placed(
    entry: CheckedEntry, before: CheckedEntry | None, after: CheckedEntry | None
) -> Misplaced | None:
    """Return where an entry belongs; None if that is not sure.

    Args:
        before, after: what it belongs between.
    """
    is_before = after is not None and after.number < entry.number
    neighbor = after if is_before else before
    if neighbor is None or (not is_before and neighbor.number < entry.number):
        return None
    why = sort_reason(entry, neighbor)
    return Misplaced(entry, neighbor, is_before, why) if why else None


def _stretch_of(entry: CheckedEntry, essay: CheckedEssay) -> EntryStretch:
    """Return the place of an entry with its bullet or number."""
    read = entry.read
    return essay.essay.document.entry_stretches([read.span], read.part)[0]


def _longest_rising(ranks: Sequence[int]) -> list[int]:
    """Return the indices of a longest sequence of rising ranks; of several the one that
    keeps what comes first.

    >>> _longest_rising([2, 0, 1, 3]), _longest_rising([1, 0])
    ([1, 2, 3], [0])
    """
    ends: list[int] = []  # where the best sequence of each length begins
    tops: list[int] = []
    next_one: dict[int, int | None] = {}
    for index in range(len(ranks) - 1, -1, -1):
        length = bisect_left(tops, -ranks[index])
        next_one[index] = ends[length - 1] if length else None
        ends[length : length + 1] = [index]
        tops[length : length + 1] = [-ranks[index]]
    found: list[int] = []
    following = ends[-1] if ends else None
    while following is not None:
        found.append(following)
        following = next_one[following]
    return found
