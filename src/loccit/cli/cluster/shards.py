"""Divide essays into shards, which are the tasks of workers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import sha256
from typing import NamedTuple

from loccit.cli.cluster.essay_files import EssayFile

#: A shard has at most so many essays, so that little is done again after a kill, and so
#: many bytes, so that it fits into a worker's memory; a task of a few seconds hides the
#: millisecond that the scheduler needs for it.
_MOST, _MOST_BYTES = 64, 8_000_000
#: Shards for each worker at least, so that the last one does not work alone for long.
_FOR_EACH = 4


class PlacedEssay(NamedTuple):
    """An essay, and its path below a worker's folder."""

    essay: EssayFile
    home: str


class Shard(NamedTuple):
    """Some essays."""

    essays: Sequence[PlacedEssay]

    @property
    def digest(self) -> str:
        """What changes with the essays."""
        lines = [f"{each.essay.shown}\n{each.essay.stamp}" for each in self.essays]
        return sha256("\n".join(lines).encode()).hexdigest()[:24]

    @property
    def alone(self) -> Sequence[Shard]:
        """A shard for each essay."""
        return [Shard([essay]) for essay in self.essays]


def shards(essays: Sequence[PlacedEssay], workers: int) -> Iterator[Shard]:
    """Divide essays into shards, in order."""
    most = min(_MOST, max(1, len(essays) // (_FOR_EACH * workers)))
    shard: list[PlacedEssay] = []
    size = 0
    for placed in essays:
        if shard and (len(shard) == most or size + placed.essay.size > _MOST_BYTES):
            yield Shard(shard)
            shard, size = [], 0
        shard.append(placed)
        size += placed.essay.size
    if shard:
        yield Shard(shard)
