"""What people do to references: they leave out, mix up, and type their own forms.

Each file has one kind, in functions from pieces to pieces. `RATES` says how often each
happens to a reference of an ordinary writer; a sloppy one does it more often.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from training.references.damage import (
    additions,
    addresses,
    authors,
    looks,
    numbers,
    punctuation,
)
from training.references.pieces import Piece

Damage = Callable[[list[Piece], random.Random], list[Piece]]

RATES: dict[Damage, float] = {
    authors.shortened: 0.08,
    authors.other_and: 0.15,
    authors.in_capitals: 0.02,
    authors.repeated: 0.02,
    authors.without_points: 0.05,
    additions.preprint: 0.02,
    additions.no_role: 0.12,
    additions.abbreviated_group: 0.25,
    additions.issn: 0.015,
    additions.pubmed: 0.03,
    additions.note: 0.02,
    numbers.volume_and_issue: 0.25,
    numbers.pages: 0.25,
    numbers.other_dash: 0.3,
    numbers.month: 0.2,
    numbers.brackets_of_date: 0.1,
    addresses.doi_form: 0.5,
    addresses.introduced: 0.3,
    addresses.accessed: 0.1,
    punctuation.other_quotes: 0.4,
    punctuation.no_quotes: 0.1,
    punctuation.other_separators: 0.25,
    punctuation.no_last_stop: 0.35,
    looks.numbered: 0.08,
    looks.in_small_letters: 0.045,
    looks.in_capitals: 0.02,
    looks.misspelt: 0.12,
    looks.wrapped: 0.15,
    looks.ligatures: 0.01,
    looks.other_italics: 0.1,
    looks.no_marks: 0.55,
}
#: Careful, ordinary and sloppy writers: how often, against `RATES`, and how many.
_WRITERS = ((0.3, 3), (1.0, 5), (1.8, 2))


def damaged(pieces: list[Piece], choice: random.Random) -> list[Piece]:
    """Return a reference as some writer would type it."""
    factors = [factor for factor, _ in _WRITERS]
    shares = [share for _, share in _WRITERS]
    factor = choice.choices(factors, shares)[0]
    for damage, rate in RATES.items():
        share = rate if damage is looks.no_marks else rate * factor
        if choice.random() < share:
            pieces = damage(pieces, choice)
    return pieces
