"""Names in the sentence, and their year in brackets: "Doe and Roe (2001, p. 3)"."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.passage import Passage
from loccit.recognize.citations.possible import Possible, cites_of
from loccit.recognize.citations.reading.cluster import CiteRead, read_cluster
from loccit.recognize.citations.reading.names import NamesRead
from loccit.recognize.citations.reading.names_before import names_before
from loccit.values.groups import is_same_group

_PRIOR, _UNCLOSED = 1.0, -2.0
_LONGEST_UNCLOSED = 40


def find(passage: Passage, essay: CitingEssay) -> Iterator[Possible]:
    """Yield names with brackets that begin with a year."""
    for bracket in passage.round_and_square:
        reads = passage.cluster(bracket, essay.lexicon)
        if not reads:
            continue
        names = names_before(passage.text, bracket.start, essay.lexicon)
        if names is not None and _are_of(names, reads[0]):
            reads[0] = reads[0]._replace(names=None)
            cites = cites_of(reads, names)
            yield Possible(
                passage, "narrative", names.start, bracket.end, cites, _PRIOR
            )
    for start in passage.unclosed:
        yield from _unclosed(passage, start, essay)


def _unclosed(passage: Passage, start: int, essay: CitingEssay) -> Iterator[Possible]:
    """Yield listed names before brackets that are never closed: "Doe (2001 says"."""
    stop = min(len(passage.text), start + _LONGEST_UNCLOSED)
    reads = read_cluster(passage.text, start + 1, stop, essay.lexicon)
    names = names_before(passage.text, start, essay.lexicon)
    if reads and names is not None and not passage.is_verbatim(start):
        cites = cites_of(reads[:1], names)[:1]
        place = (names.start, reads[0].end)
        yield Possible(passage, "narrative", *place, cites, _UNCLOSED)


def _are_of(names: NamesRead, first: CiteRead) -> bool:
    """Return whether the names are those of the first year in the brackets: nothing is
    before it, or the acronym of the group, as in "World Health Organization (WHO, 2001)".
    """
    if first.names is None:
        return True
    short = first.names.names[0]
    if not names.is_literal or first.names.prefix or not short.isupper():
        return False
    return is_same_group(names.names[0], short)
