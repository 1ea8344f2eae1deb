"""Compare what the model and the rules read of a reference, and take the best of both.

Rules are seldom wrong about addresses, numbers and years; the model is better at the
borders between authors, title and container.  Where both agree, nearly all is right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.model import Date
from loccit.model.source import Value
from loccit.recognize.references.segments import Segment
from loccit.values.names import surname

#: What rules find with certainty, or not at all.
_BY_RULES = ("DOI", "URL", "ISBN", "accessed", "PMID", "PMCID")
#: Where one of them ends, the other begins.
_TOGETHER = frozenset(["author", "title"])
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
    "DOI",
    "URL",
    "publisher",
)
_WORDS = regex(r"[^\W_]+")


class Compared(NamedTuple):
    """The variables of a reference, and how sure they are."""

    variables: dict[str, Value]
    confidence: float
    doubtful: tuple[str, ...]


def compare(
    labelled: Sequence[Segment],
    by_model: Mapping[str, Value],
    by_rules: Mapping[str, Value],
) -> Compared:
    """Join two readings of a reference."""
    variables = dict(by_model)
    for name in _BY_RULES:
        if name in by_rules:
            variables[name] = by_rules[name]
    if "author" not in by_model and "editor" not in by_model:
        # The model has not seen "Emma by Jane Austen".
        variables |= {name: by_rules[name] for name in _TOGETHER & by_rules.keys()}
    doubtful = [
        name for name in _JUDGED if not _agree(variables.get(name), by_rules.get(name))
    ]
    least = min([segment.probability for segment in labelled], default=0.0)
    confidence = least if not doubtful else least / 2
    return Compared(variables, confidence, tuple(doubtful))


def _agree(one: Value | None, other: Value | None) -> bool:
    return _plain(one) == _plain(other)


def _plain(value: Value | None) -> object:
    """Return what of a value counts when two are compared."""
    if isinstance(value, str):
        return _WORDS.findall(value.casefold())
    if isinstance(value, tuple):
        return [surname(name).casefold() for name in value]
    if isinstance(value, Date):
        return value.start.year if value.start else value.literal
    return []
