"""Find the part of a source in which most of a quotation's words are.

Seeds, two or more words in a row, are looked up in the source; where most of them are
close together is the part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from loccit.lint.quoted.find_exact import REACH
from loccit.lint.quoted.interruptions import LONGEST
from loccit.lint.quoted.quotation import Quotation
from loccit.lint.quoted.source_text import SourceText

#: Seeds that occur more often say little about a place, and take a word more.
_COMMON = 100
_MOST_WORDS = 4
#: The fewest letters of a seed.
_SEED = 6
#: Letters of words that a quotation may have lost, or that are before its first seed.
_MARGIN = 40


class _Hit(NamedTuple):
    """A seed in the source: its position, and its first word in the quotation."""

    position: int
    seed: int


class _Cluster(NamedTuple):
    """Hits close together: how many different seeds, the first and the last position."""

    seeds: int
    start: int
    end: int

    def density(self) -> tuple[int, int]:
        return self.seeds, self.start - self.end


def find_region(quotation: Quotation, text: SourceText) -> range | None:
    """Return the words among which the quotation's are, if any."""
    hits = sorted(_hits(quotation, text))
    if not hits:
        return None
    length = sum(map(len, quotation.letters))
    found = _densest(hits, length + _MARGIN)
    wide = _densest(hits, 2 * length + LONGEST + len(quotation.gaps) * REACH)
    if wide.seeds > found.seeds + 1:
        found = wide
    margin = length + _MARGIN
    start = text.word_at(max(0, found.start - margin))
    return range(start, text.word_at(found.end + margin))


def _hits(quotation: Quotation, text: SourceText) -> Iterator[_Hit]:
    for index in range(len(quotation.letters) - 1):
        for end in range(index + 2, index + _MOST_WORDS + 1):
            if quotation.gaps.intersection(range(index + 1, end)):
                break
            seed = "".join(quotation.letters[index:end])
            places = list(_places(seed, text.letters)) if len(seed) >= _SEED else []
            if len(places) <= _COMMON:
                yield from (_Hit(place, index) for place in places)
                break


def _places(seed: str, letters: str) -> Iterator[int]:
    """Yield the places of a seed, and one more than are looked at if it is common."""
    position = letters.find(seed)
    for _ in range(_COMMON + 1):
        if position < 0:
            return
        yield position
        position = letters.find(seed, position + 1)


def _densest(hits: list[_Hit], width: int) -> _Cluster:
    """Return the cluster, not wider than `width`, with most different seeds; of several
    the shortest.
    """
    inside: Counter[int] = Counter()
    best = _Cluster(0, 0, 0)
    first = 0
    for hit in hits:
        inside[hit.seed] += 1
        while (
            hit.position - hits[first].position > width or inside[hits[first].seed] > 1
        ):
            _remove(hits[first].seed, inside)
            first += 1
        cluster = _Cluster(len(inside), hits[first].position, hit.position)
        best = max(best, cluster, key=_Cluster.density)
    return best


def _remove(seed: int, inside: Counter[int]) -> None:
    inside[seed] -= 1
    if not inside[seed]:
        del inside[seed]
