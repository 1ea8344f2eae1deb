"""Evidence that a cite is of a work, one kind a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from loccit.recognize.matching.asked import Asked
from loccit.recognize.matching.choice import Evidence, Weighed
from loccit.recognize.matching.evidence.first_name import first_name
from loccit.recognize.matching.evidence.listed import listed
from loccit.recognize.matching.evidence.other_names import other_names
from loccit.recognize.matching.evidence.sentence import sentence
from loccit.recognize.matching.evidence.short_title import short_title
from loccit.recognize.matching.evidence.suffix import suffix
from loccit.recognize.matching.evidence.title import title
from loccit.recognize.matching.evidence.year import year
from loccit.recognize.matching.work import Work

#: What identifies a work: one of these must be there, and the strongest counts.
_IDENTIFYING = (first_name, title)
#: What else speaks for a work or against it.
_FURTHER: tuple[Callable[[Asked, Work], Iterator[Evidence]], ...] = (
    other_names,
    year,
    suffix,
    short_title,
    sentence,
    listed,
)
#: The most points of that which the year does not give: of the sentence and the list; of
#: a letter; of each other name; of words beside names, or in their place, that are a
#: title's.
_OF_SENTENCE_AND_LIST = 3.5
_OF_LETTER = 1.5
_OF_NAME = 2.0
_OF_TITLE = 4.5
_BY_TITLE = frozenset(["same-title", "first-words-of-title"])


def identify(asked: Asked, work: Work) -> Evidence | None:
    """Return the strongest evidence that names or a title identify a work; None if
    nothing does.  It rests on the cite's names alone.
    """
    found = [each for kind in _IDENTIFYING for each in kind(asked, work)]
    return max(found, key=_strength) if found else None


def at_first_sight(asked: Asked, work: Work, best: Evidence) -> float:
    """Return the points of a work by what identifies it and the year."""
    return best.points + sum(each.points for each in year(asked, work))


def most_further(asked: Asked) -> float:
    """Return how many points more a work may have than at first sight."""
    points = _OF_SENTENCE_AND_LIST
    if asked.cite.suffix:
        points += _OF_LETTER
    if any(map(str.isalpha, asked.beside_names)):
        points += _OF_TITLE
    others = len(asked.names) - 1
    return points + max(_OF_NAME * others, _OF_TITLE if others else 0.0)


def weigh(asked: Asked, work: Work, best: Evidence) -> Weighed:
    """Gather the evidence that a cite is of a work, which `best` identifies."""
    kinds = _FURTHER
    if best.reason.code in _BY_TITLE:
        kinds = tuple(kind for kind in kinds if kind is not other_names)
    further = [each for kind in kinds for each in kind(asked, work)]
    return Weighed(work, (best, *further))


def _strength(evidence: Evidence) -> tuple[float, float]:
    return evidence.points, evidence.most
