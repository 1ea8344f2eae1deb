"""What the model sees of each token: many small facts, one group a file.

Each file has `add(reference, rows)`, which adds its facts about each token to the token's
row. A fact is a short text such as `shape=Xx`; its name says which group it is of.
"""

from __future__ import annotations

from loccit.recognize.references.labelling.features import (
    announced,
    brackets,
    gaps,
    markup,
    neighbours,
    phrases,
    position,
    sentences,
    words,
    years,
)
from loccit.recognize.references.labelling.reference import Reference

_GROUPS = (
    words,
    neighbours,
    gaps,
    position,
    years,
    brackets,
    markup,
    phrases,
    sentences,
    announced,
)


def features_of(reference: Reference) -> list[list[str]]:
    """Return the facts about each token of a reference."""
    rows: list[list[str]] = [[] for _ in reference.tokens]
    for group in _GROUPS:
        group.add(reference, rows)
    return rows
