"""The words before and after."""

from __future__ import annotations

from functools import lru_cache

from loccit.recognize.references.labelling.reference import Reference
from loccit.recognize.references.labelling.word_facts import WordFacts

#: How many words away; two words away, only the kind is looked at.
_NEAR = 1
_FAR = 2


def add(reference: Reference, rows: list[list[str]]) -> None:
    """Add the facts about the words near each token."""
    facts = reference.facts
    last = len(facts) - 1
    for index, row in enumerate(rows):
        for distance in (-_FAR, -_NEAR, _NEAR, _FAR):
            there = index + distance
            if 0 <= there <= last:
                row.extend(_of_neighbour(facts[there], distance))
            else:
                row.append(f"end:{distance}")
        if index:
            row.append(_pair(facts[index - 1], facts[index]))


@lru_cache(maxsize=65536)
def _of_neighbour(facts: WordFacts, distance: int) -> tuple[str, ...]:
    kind = f"kind:{distance}={facts.kind}"
    if abs(distance) == _FAR:
        return (kind,)
    return (kind, f"word:{distance}={facts.word}", f"shape:{distance}={facts.shape}")


@lru_cache(maxsize=65536)
def _pair(one: WordFacts, other: WordFacts) -> str:
    return f"kinds={one.kind},{other.kind}"
