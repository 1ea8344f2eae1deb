"""A year alone, whose names are further before: "Doe argues in his book (2001)"."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.passage import Passage
from loccit.recognize.citations.possible import Possible, cites_of

_PRIOR = -2.0


def find(passage: Passage, essay: CitingEssay) -> Iterator[Possible]:
    """Yield brackets that begin with a year."""
    for bracket in passage.round_and_square:
        reads = passage.cluster(bracket, essay.lexicon)
        if reads and reads[0].names is None and not reads[0].after:
            yield Possible(
                passage,
                "year-only",
                bracket.start,
                bracket.end,
                cites_of(reads),
                _PRIOR,
            )
