"""Words of the title in the sentence of a cite: what decides where names and years do
not.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit.recognize.matching.asked import Asked
from loccit.recognize.matching.choice import Evidence
from loccit.recognize.matching.work import Work
from loccit.recognize.typed_citation import Reason

_POINTS_A_WORD = 0.5
_MOST = 1.8
_WHOLE = 2.0
_SHORTEST_TITLE = 2
_SHORTEST_WORD = 4


def sentence(asked: Asked, work: Work) -> Iterator[Evidence]:
    """Yield evidence of words that the title and the sentence share."""
    if _is_in(work.title.main, asked.plain_sentence):
        text = "the sentence has its title"
        yield Evidence(_WHOLE, Reason("title-in-sentence", text))
        return
    title = [word for word in work.rare_words if len(word) >= _SHORTEST_WORD]
    common = sorted(asked.sentence_words.intersection(title))
    if not common:
        return
    points = min(_MOST, _POINTS_A_WORD * len(common))
    text = "the sentence has words of its title: " + ", ".join(common)
    yield Evidence(points, Reason("title-in-sentence", text))


def _is_in(title: Sequence[str], sentence: str) -> bool:
    """Return whether a title is in the words of a sentence, as a whole."""
    if len(title) < _SHORTEST_TITLE:
        return False
    return f" {' '.join(title)} " in sentence
