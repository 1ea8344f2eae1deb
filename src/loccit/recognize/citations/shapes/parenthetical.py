"""All within brackets: "(see Doe, 2001, p. 3; Roe & Poe, 1999)"."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.passage import Passage
from loccit.recognize.citations.possible import Possible, cites_of
from loccit.recognize.citations.reading.remarks import is_running_text

_PRIOR = 1.0


def find(passage: Passage, essay: CitingEssay) -> Iterator[Possible]:
    """Yield brackets that begin with names and have a year after them."""
    for bracket in passage.brackets:
        if passage.has_year_within(bracket):
            continue  # "(see also Doe (2001))" is a narrative one
        reads = passage.cluster(bracket, essay.lexicon)
        if not reads or reads[0].names is None:
            continue
        if any(is_running_text(read.after) for read in reads):
            continue  # "(Doe 2001 comes to the same conclusion)" has a bare one
        cites = cites_of(reads)
        yield Possible(
            passage, "parenthetical", bracket.start, bracket.end, cites, _PRIOR
        )
