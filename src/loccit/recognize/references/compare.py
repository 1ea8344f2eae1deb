"""Compare what the model and the rules read of a reference.

Two parsers that agree are rarely wrong; where they differ, the variable is doubtful.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.model import Date
from loccit.model.source import Value
from loccit.recognize.references.segments import Label, Segment
from loccit.values.names import surname

#: Variables that a reference is judged by; others seldom matter.
_JUDGED = (
    "author",
    "issued",
    "title",
    "container-title",
    "volume",
    "issue",
    "page",
    "editor",
    "publisher",
)
#: What rules may add.
_FILLED = ("issued", "PMID", "PMCID")
#: The variables that parts with a label become, of those that count.
_VARIABLES: dict[Label, str] = {
    "author": "author",
    "editor": "editor",
    "title": "title",
    "container-title": "container-title",
    "date": "issued",
    "volume": "volume",
    "issue": "issue",
    "pages": "page",
}
_LEAST_SURE = 0.5
_WORDS = regex(r"[^\W_]+")


class Joined(NamedTuple):
    """The variables of a reference, and how sure they are."""

    variables: dict[str, Value]
    confidence: float
    doubtful: tuple[str, ...]


def join(
    labelled: Sequence[Segment],
    by_model: Mapping[str, Value],
    by_rules: Mapping[str, Value],
) -> Joined:
    """Join two readings of a reference; what the model did not find is the rules'."""
    variables = _completed(by_model, by_rules)
    sure = _probabilities(labelled)
    differing = [name for name in _JUDGED if _differ(name, variables, by_rules)]
    unsure = [name for name in _JUDGED if sure.get(name, 1.0) < _LEAST_SURE]
    doubtful = tuple([name for name in _JUDGED if name in {*differing, *unsure}])
    confidence = _confidence(min(sure.values(), default=0.0), len(differing))
    return Joined(variables, confidence, doubtful)


def _completed(
    by_model: Mapping[str, Value], by_rules: Mapping[str, Value]
) -> dict[str, Value]:
    """Return the model's variables with those of the rules that it lacks."""
    variables = dict(by_model)
    if _plain(variables.get("publisher")) == _plain(variables.get("container-title")):
        variables.pop("publisher", None)  # MLA names a site twice
    for name in _FILLED:
        if name in by_rules:
            variables.setdefault(name, by_rules[name])
    return variables


def _probabilities(labelled: Sequence[Segment]) -> dict[str, float]:
    """Return how sure the model is of each variable that counts."""
    sure: dict[str, float] = {}
    for segment in labelled:
        name = _VARIABLES.get(segment.label)
        if name:
            sure[name] = min(sure.get(name, 1.0), segment.probability)
    return sure


def _confidence(least: float, differing: int) -> float:
    """Return how likely all is right.

    Fitted to labelled references (docs/typed-essays.md): where the parsers agree, a part
    that the model doubts is still right in three of four; where they differ, the model
    is right if it is sure of every part.
    """
    if not differing:
        return 0.5 + 0.47 * least
    return least**2 * max(0.0, 0.95 - 0.03 * differing)


def _differ(name: str, one: Mapping[str, Value], other: Mapping[str, Value]) -> bool:
    return _plain(one.get(name)) != _plain(other.get(name))


def _plain(value: Value | None) -> object:
    """Return what of a value counts when two are compared."""
    if isinstance(value, str):
        return _WORDS.findall(value.casefold())
    if isinstance(value, tuple):
        return [surname(name).casefold() for name in value]
    if isinstance(value, Date):
        return value.start.year if value.start else value.literal
    return []
