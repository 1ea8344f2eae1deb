"""Species: a genus, and the lower-case word after it."""

from __future__ import annotations

from loccit.csl.text.sentence_case.words import Pattern, Word
from loccit.values.letter_case.small_words import SMALL_WORDS

#: Shorter words are prepositions that headlines have in lower case.
_SHORTEST_SPECIES = 4


def genus(word: Word) -> list[Word]:
    """Return a genus: "Staphylococcus aureus", in a headline."""
    species = word.next
    if species is None or species.has_capital or species.is_second_half:
        return []
    if not word.has_capital or species.text in SMALL_WORDS:
        return []
    is_lower = species.text.islower() and len(species.text) >= _SHORTEST_SPECIES
    return [word] if is_lower else []


PATTERNS: list[Pattern] = [Pattern(genus)]
