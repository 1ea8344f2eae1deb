"""Species: a genus, and the lower-case word after it."""

from __future__ import annotations

from loccit.csl.text.sentence_case.words import Pattern, Word
from loccit.values.letter_case.small_words import SMALL_WORDS

#: Shorter words are prepositions that headlines have in lower case.
_SHORTEST_SPECIES = 4


class _MayBeSpecies:
    """The words in lower case that may be the name of a species."""

    def __contains__(self, word: object) -> bool:
        if not isinstance(word, str) or not word.islower():
            return False
        return len(word) >= _SHORTEST_SPECIES and word not in SMALL_WORDS


def genus(species: Word) -> list[Word]:
    """Return a genus: "Staphylococcus aureus", in a headline."""
    word = species.previous
    if word is None or species.is_second_half:
        return []
    return [word] if word.has_capital else []


PATTERNS: list[Pattern] = [Pattern(genus, _MayBeSpecies())]
