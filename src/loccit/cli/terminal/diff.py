"""Compare two texts line by line, whatever their size.

Python's difflib takes minutes for a library of ten thousand entries.  So lines that
occur once in each text, in the same order, are found first (as patience diff does), and
difflib compares only what lies between two of them.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TypeAlias

#: A tag of difflib (`equal`, `replace`, `delete`, `insert`), and the lines before and
#: after.
_Operation: TypeAlias = tuple[str, int, int, int, int]
#: More lines than these between two anchors are shown as removed and added, uncompared.
_MOST_LINES = 2000
#: Of more lines than these, blank ones are not compared with each other: of a thousand,
#: each would be with a thousand.
_MANY_LINES = 200


def unified_diff(
    before: Sequence[str], after: Sequence[str], old: str, new: str
) -> Iterator[str]:
    """Yield the lines of a unified diff, or nothing where the texts are equal.

    >>> list(unified_diff(["a", "b", "c"], ["a", "B", "c"], "old", "new"))
    ['--- old', '+++ new', '@@ -1,3 +1,3 @@', ' a', '-b', '+B', ' c']
    """
    for number, group in enumerate(_Anchored(before, after).get_grouped_opcodes()):
        if not number:
            yield from (f"--- {old}", f"+++ {new}")
        (_, first, _, first_after, _), (_, _, last, _, last_after) = group[0], group[-1]
        yield f"@@ -{_range(first, last)} +{_range(first_after, last_after)} @@"
        for tag, start, end, start_after, end_after in group:
            if tag == "equal":
                yield from (f" {line}" for line in before[start:end])
                continue
            yield from (f"-{line}" for line in before[start:end])
            yield from (f"+{line}" for line in after[start_after:end_after])


def _range(start: int, end: int) -> str:
    """Return a hunk's lines as POSIX has them (`diff -u`): an empty hunk is named by
    the line before it.
    """
    length = end - start
    if length == 0:
        return f"{start},0"
    if length == 1:
        return str(start + 1)
    return f"{start + 1},{length}"


class _Anchored(SequenceMatcher[str]):
    """difflib's matcher, with anchors found first."""

    def __init__(self, before: Sequence[str], after: Sequence[str]) -> None:
        super().__init__(None, before, after, autojunk=False)
        self.before, self.after = before, after

    def get_opcodes(self) -> list[_Operation]:  # type: ignore[override]
        operations: list[_Operation] = []
        for tag, start, end, start_after, end_after in self._operations():
            if operations and operations[-1][0] == tag:
                _, start, _, start_after, _ = operations.pop()
            operations.append((tag, start, end, start_after, end_after))
        return operations

    def _operations(self) -> Iterator[_Operation]:
        anchors = [
            (-1, -1),
            *_anchors(self.before, self.after),
            (len(self.before), len(self.after)),
        ]
        for (above, above_after), (below, below_after) in pairwise(anchors):
            yield from _between(
                self.before, self.after, above + 1, below, above_after + 1, below_after
            )
            if below < len(self.before):
                yield "equal", below, below + 1, below_after, below_after + 1


def _between(
    before: Sequence[str],
    after: Sequence[str],
    start: int,
    end: int,
    start_after: int,
    end_after: int,
) -> Iterator[_Operation]:
    old, new = before[start:end], after[start_after:end_after]
    if old == new:
        if old:
            yield "equal", start, end, start_after, end_after
    elif max(len(old), len(new)) > _MOST_LINES:
        yield "replace", start, end, start_after, end_after
    else:
        is_long = max(len(old), len(new)) > _MANY_LINES
        junk = _is_blank if is_long else None
        matcher = SequenceMatcher(junk, old, new, autojunk=False)
        for tag, i, j, k, m in matcher.get_opcodes():
            yield tag, start + i, start + j, start_after + k, start_after + m


def _is_blank(line: str) -> bool:
    return not line.strip()


def _anchors(before: Sequence[str], after: Sequence[str]) -> list[tuple[int, int]]:
    """Find as many lines as possible that both texts have once, in the same order: the
    longest increasing subsequence of their positions.
    """
    counts, counts_after = Counter(before), Counter(after)
    places = {
        line: place for place, line in enumerate(after) if counts_after[line] == 1
    }
    common = [
        (place, places[line])
        for place, line in enumerate(before)
        if counts[line] == 1 and line in places
    ]
    ends: list[int] = []  # the least place that a run of each length can end in
    last: list[int] = []  # the same, as indexes of `common`
    previous: list[int] = []
    for index, (_, place) in enumerate(common):
        length = bisect_left(ends, place)
        previous.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [place]
        last[length : length + 1] = [index]
    found = []
    index = last[-1] if last else -1
    while index >= 0:
        found.append(common[index])
        index = previous[index]
    return found[::-1]
