"""Compare what the model and the rules read of a reference.

Two parsers that agree are rarely wrong; where they differ, the variable is doubtful.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.model import Date
from loccit.model.source import Value
from loccit.recognize.references.segments import Segment
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
#: What belongs together: where one ends, another begins.
_FRONT = frozenset(["author", "title", "container-title"])
#: What rules may add.
_FILLED = ("issued", "PMID", "PMCID")
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
    variables = dict(by_model)
    if "title" not in variables:
        variables |= {name: by_rules[name] for name in _FRONT & by_rules.keys()}
    if _plain(variables.get("publisher")) == _plain(variables.get("container-title")):
        variables.pop("publisher", None)  # MLA names a site twice
    for name in _FILLED:
        if name in by_rules:
            variables.setdefault(name, by_rules[name])
    doubtful = tuple([name for name in _JUDGED if _differ(name, variables, by_rules)])
    least = min([segment.probability for segment in labelled], default=0.0)
    confidence = least / 2 if doubtful else least
    return Joined(variables, confidence, doubtful)


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
