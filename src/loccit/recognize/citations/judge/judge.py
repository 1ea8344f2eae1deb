"""Judge whether what has the shape of a citation is one: add up the evidence."""

from __future__ import annotations

from math import exp

from loccit._startup.namedtuple import NamedTuple
from loccit.recognize.citations.essay import CitingEssay
from loccit.recognize.citations.judge.evidence import kinds
from loccit.recognize.citations.possible import Possible
from loccit.recognize.typed_citation import Reason


class Verdict(NamedTuple):
    """How likely it is a citation, from 0 to 1, and why."""

    confidence: float
    reasons: tuple[Reason, ...]


def judge(possible: Possible, essay: CitingEssay) -> Verdict:
    """Add up, in log odds, what speaks for a citation and against it."""
    total = possible.prior
    reasons = []
    for kind in kinds():
        for evidence in kind.weigh(possible, essay):
            total += evidence.weight
            reasons.append(evidence.reason)
    return Verdict(1 / (1 + exp(-total)), tuple(reasons))
