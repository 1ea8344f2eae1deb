"""Find the part of a source in which most of a quotation's words are.

Seeds, two words in a row, are looked up in the source; where most of them are close
together is the part.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit.lint.quoted.quotation import Quotation
from loccit.lint.quoted.source_text import SourceText

#: Seeds both of whose words occur more often are not looked up.
_COMMON = 3000
#: Words that a quotation may have lost, or that are before its first seed.
_MARGIN = 8
#: Words of an interruption, and those that an ellipsis may stand for.
_INTERRUPTION = 600
_ELLIPSIS = 1500


class _Hit(NamedTuple):
    """A seed: its first word in the source, and in the quotation."""

    printed: int
    quoted: int


class _Cluster(NamedTuple):
    """Hits close together: how many different seeds, the first and the last word."""

    seeds: int
    first: int
    last: int

    def density(self) -> tuple[int, int]:
        return self.seeds, self.first - self.last


def find_regions(quotation: Quotation, text: SourceText) -> list[range]:
    """Return the words among which the quotation's may be: those that have most of them
    in a row, and those that have more with an interruption.
    """
    hits = sorted(_hits(quotation, text))
    if not hits:
        return []
    length = len(quotation.letters)
    gaps = _INTERRUPTION + len(quotation.gaps) * _ELLIPSIS
    near = _densest(hits, length + _MARGIN)
    far = _densest(hits, length + gaps)
    clusters = [near] if near.seeds == far.seeds else [near, far]
    return [_around(each, length + _MARGIN, text) for each in clusters]


def _around(cluster: _Cluster, margin: int, text: SourceText) -> range:
    end = min(len(text.words), cluster.last + margin)
    return range(max(0, cluster.first - margin), end)


def _hits(quotation: Quotation, text: SourceText) -> Iterator[_Hit]:
    letters = quotation.letters
    for index in range(1, len(letters)):
        if index not in quotation.gaps:
            for place in _places(letters[index - 1], letters[index], text):
                yield _Hit(place, index - 1)


def _places(first: str, second: str, text: SourceText) -> Iterable[int]:
    """Return the places of two words in a row; none if both are common."""
    firsts, seconds = text.places_of(first), text.places_of(second)
    if min(len(firsts), len(seconds)) > _COMMON:
        return ()
    if len(firsts) <= len(seconds):
        last = len(text.words) - 1
        return (at for at in firsts if at < last and text.words[at + 1] == second)
    return (at - 1 for at in seconds if at and text.words[at - 1] == first)


def _densest(hits: list[_Hit], width: int) -> _Cluster:
    """Return the cluster, not wider than `width`, with most different seeds; of several
    the shortest.
    """
    inside: Counter[int] = Counter()
    best = _Cluster(0, 0, 0)
    first = 0
    for hit in hits:
        inside[hit.quoted] += 1
        while hit.printed - hits[first].printed > width or (
            inside[hits[first].quoted] > 1
        ):
            _remove(hits[first].quoted, inside)
            first += 1
        cluster = _Cluster(len(inside), hits[first].printed, hit.printed)
        best = max(best, cluster, key=_Cluster.density)
    return best


def _remove(seed: int, inside: Counter[int]) -> None:
    inside[seed] -= 1
    if not inside[seed]:
        del inside[seed]
