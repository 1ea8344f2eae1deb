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
_BY_TITLE = frozenset(["same-title", "first-words-of-title"])


def identify(asked: Asked, work: Work) -> Evidence | None:
    """Return the strongest evidence that names or a title identify a work; None if
    nothing does.  It rests on the cite's names alone.
    """
    found = [each for kind in _IDENTIFYING for each in kind(asked, work)]
    return max(found, key=_strength) if found else None


def weigh(asked: Asked, work: Work, best: Evidence) -> Weighed:
    """Gather the evidence that a cite is of a work, which `best` identifies."""
    kinds = _FURTHER
    if best.reason.code in _BY_TITLE:
        kinds = tuple(kind for kind in kinds if kind is not other_names)
    further = [each for kind in kinds for each in kind(asked, work)]
    return Weighed(work, (best, *further))


def _strength(evidence: Evidence) -> tuple[float, float]:
    return evidence.points, evidence.most
