"""Names in the sentence, and their year in brackets: "Doe and Roe (2001, p. 3)"."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.passage import Passage
from loccit.recognize.citations.possible import Possible, cites_of
from loccit.recognize.citations.reading.cluster import read_cluster
from loccit.recognize.citations.reading.names_before import names_before

_PRIOR = 1.0


def find(passage: Passage, essay: CitingEssay) -> Iterator[Possible]:
    """Yield names with brackets that begin with a year."""
    for bracket in passage.brackets:
        start, end = bracket.start + 1, bracket.end - 1
        reads = read_cluster(passage.text, start, end, essay.lexicon)
        if not reads or reads[0].names is not None:
            continue
        names = names_before(passage.text, bracket.start, essay.lexicon)
        if names is not None:
            cites = cites_of(reads, names)
            yield Possible(
                passage, "narrative", names.start, bracket.end, cites, _PRIOR
            )
