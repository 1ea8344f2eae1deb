"""Weigh evidence, and choose among the works that a cite may be of.

A kind of evidence gives points, the natural logarithm of how many times more often it is
seen where a cite is of a work than where it is not.  So points add up, and what they
add up to is a probability, which tests on labelled essays confirm (docs/reasons.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from math import exp

from loccit._startup.dataclass import dataclass, replace
from loccit._startup.namedtuple import NamedTuple
from loccit.recognize.matching.work import Work
from loccit.recognize.typed_citation import Candidate, Reason

#: From this confidence on, a match is right beyond doubt: it may be written without
#: asking.
SURE = 0.99
#: The most that is possible with a repaired name or year: somebody should look at it.
REPAIRED = 0.97
#: From this confidence on, a match is shown as the likely one; below, it is a candidate.
LIKELY = 0.7
#: More points make nothing surer, and would overflow.
_MOST_POINTS = 50.0
#: The most candidates that are shown.
_MOST_SHOWN = 5
#: Candidates that are less likely than this are not shown.
_LEAST_SHOWN = 0.02


class Evidence(NamedTuple):
    """Something that speaks for a work, or against it.

    Attributes:
        points: how much.
        reason: what a person reads.
        most: the highest confidence that is possible with it.
    """

    points: float
    reason: Reason
    most: float = 1.0


class Weighed(NamedTuple):
    """A work with all evidence for it and against it."""

    work: Work
    evidence: tuple[Evidence, ...]

    @property
    def points(self) -> float:
        """The sum of the evidence."""
        return sum(each.points for each in self.evidence)

    @property
    def most(self) -> float:
        """The highest confidence that the evidence allows."""
        return min([each.most for each in self.evidence], default=1.0)


@dataclass(frozen=True, slots=True)
class Choice:
    """The works that a cite may be of.

    Attributes:
        work: the one that it is of, if one is likely.
        candidates: all of them, the likeliest first.
    """

    work: Work | None
    candidates: tuple[Candidate, ...]

    @property
    def confidence(self) -> float:
        """How likely the choice is right."""
        return self.candidates[0].confidence if self.work else 0.0

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """What speaks for the choice."""
        return self.candidates[0].reasons if self.work else ()


#: Nothing that a cite may be of.
NOTHING = Choice(None, ())


def choose(weighed: Iterable[Weighed]) -> Choice:
    """Choose the likeliest work, if it is clearly the likeliest.

    The probability that a cite is of no known work is one of those compared, so that a
    work that is not listed stays unlinked.
    """
    ranked = sorted(weighed, key=lambda each: (-each.points, each.work.identity))
    candidates = [each for each in _candidates(ranked) if each.chance >= _LEAST_SHOWN]
    shown = tuple(each.candidate for each in candidates[:_MOST_SHOWN])
    likely = bool(shown) and shown[0].confidence >= LIKELY
    return Choice(ranked[0].work if likely else None, shown)


class _Chance(NamedTuple):
    """A candidate, and its part of the whole probability."""

    candidate: Candidate
    chance: float


def _candidates(ranked: Sequence[Weighed]) -> Iterator[_Chance]:
    odds = [exp(min(each.points, _MOST_POINTS)) for each in ranked]
    whole = 1.0 + sum(odds)
    for each, odd in zip(ranked, odds, strict=True):
        yield _Chance(_candidate(each, odd / whole), odd / whole)


def _candidate(weighed: Weighed, chance: float) -> Candidate:
    reasons = [each.reason for each in weighed.evidence]
    work = weighed.work
    confidence = min(chance, weighed.most)
    return Candidate(work.entry, work.key, confidence, tuple(reasons))


def of_work(work: Work, choice: Choice) -> Choice:
    """Return a choice of another form of its work, one whose key is known."""
    first, *others = choice.candidates
    known = replace(first, entry=work.entry, key=work.key)
    return Choice(work, (known, *others))


def limited(choice: Choice, most: float, reasons: Sequence[Reason]) -> Choice:
    """Return a choice that is less sure, with more reasons.

    Each reason is given once, however long a chain of "ibid." is.
    """
    candidates: list[Candidate] = []
    for each in choice.candidates:
        confidence = min(each.confidence, most)
        known = tuple(dict.fromkeys([*reasons, *each.reasons]))
        candidates.append(Candidate(each.entry, each.key, confidence, known))
    return Choice(choice.work, tuple(candidates))
