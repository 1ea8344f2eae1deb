"""The word itself: its letters, its shape, the lists it is in."""

from __future__ import annotations

from functools import lru_cache

from loccit.recognize.references.labelling.reference import Reference
from loccit.recognize.references.labelling.word_facts import WordFacts

_ENDING = 3


def add(reference: Reference, rows: list[list[str]]) -> None:
    """Add the facts about each word."""
    for row, facts in zip(rows, reference.facts, strict=True):
        row.extend(_of_word(facts))


@lru_cache(maxsize=16384)
def _of_word(facts: WordFacts) -> tuple[str, ...]:
    found = [f"shape={facts.shape}", f"kind={facts.kind}"]
    if facts.number:
        found.append(f"number={facts.number}")
    if not facts.word.startswith(("#", "@")):
        found.append(f"word={facts.word}")
        found.append(f"ending={facts.word[-_ENDING:]}")
    if facts.is_given:
        found.append("given")
    found.extend([f"list={name}" for name in facts.lists])
    return tuple(found)
