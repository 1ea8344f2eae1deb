"""A reference as the features see it."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.dataclass import dataclass
from loccit.essays.paragraph import Mark
from loccit.recognize.references.labelling.tokens import Token, tokens_of
from loccit.recognize.references.labelling.word_facts import WordFacts, facts_of


@dataclass(frozen=True, slots=True)
class Reference:
    """A reference in tokens.

    Attributes:
        facts: what is known of each token's word, wherever it is.
        marks: what the markup sets apart.
    """

    text: str
    tokens: Sequence[Token]
    facts: Sequence[WordFacts]
    marks: Sequence[Mark]


def reference_of(text: str, marks: Sequence[Mark] = ()) -> Reference:
    """Take a reference apart."""
    tokens = tokens_of(text)
    facts = [facts_of(token.text) for token in tokens]
    return Reference(text, tokens, facts, marks)
