"""Letters, mails and talks without a year: "(J. Doe, personal communication)"."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.passage import Passage
from loccit.recognize.citations.possible import Possible, PossibleCite
from loccit.recognize.citations.reading.heads import is_personal, read_head
from loccit.recognize.citations.reading.years import years_in

_PRIOR = 0.0
_LONGEST = 120


def find(passage: Passage, essay: CitingEssay) -> Iterator[Possible]:
    """Yield brackets that say so and have no year."""
    text = passage.text
    for bracket in passage.round_and_square:
        start, end = bracket.start + 1, bracket.end - 1
        if end - start > _LONGEST or not is_personal(text, start, end):
            continue
        names = read_head(text, start, end, essay.lexicon)
        if names and not any(years_in(text, start, end)):
            cites = (PossibleCite(start, end, names),)
            yield Possible(
                passage, "parenthetical", bracket.start, bracket.end, cites, _PRIOR
            )
