"""Compare what the model and the rules read of a reference.

Two parsers that agree are rarely wrong; where they differ, the variable is doubtful.
"""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.model import Date
from loccit.model.source import Value
from loccit.recognize.references.confidence import JUDGED
from loccit.values.names import surname

#: What rules may add.
_FILLED = ("issued", "PMID", "PMCID")
_WORDS = regex(r"[^\W_]+")


class Joined(NamedTuple):
    """The variables of a reference, and those in which its two readings differ."""

    variables: dict[str, Value]
    differing: tuple[str, ...]


def join(by_model: Mapping[str, Value], by_rules: Mapping[str, Value]) -> Joined:
    """Join two readings of a reference; what the model did not find is the rules'."""
    variables = _completed(by_model, by_rules)
    differing = [name for name in JUDGED if _differ(name, variables, by_rules)]
    return Joined(variables, tuple(differing))


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
