"""The keys that a mistyped one may have meant."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

#: Less alike than this (Jaro-Winkler, 0 to 1) is no help.
_ALIKE = 0.8


def nearest(key: str, keys: Sequence[str], n: int) -> tuple[str, ...]:
    """Up to `n` of `keys` that are like `key`, the likeliest first; case and accents do
    not count.

    >>> nearest("alexandre2010", ["alexander2010", "Müller1999", "coates2015"], 3)
    ('alexander2010',)
    >>> nearest("muller1999", ["alexander2010", "Müller1999"], 3)
    ('Müller1999',)
    """
    from rapidfuzz.distance import JaroWinkler
    from rapidfuzz.process import extract

    found = extract(
        _folded(key),
        [_folded(other) for other in keys],
        scorer=JaroWinkler.similarity,
        limit=n,
        score_cutoff=_ALIKE,
    )
    return tuple(keys[index] for _, _, index in found)


def _folded(key: str) -> str:
    if key.isascii():
        return key.lower()
    letters = unicodedata.normalize("NFKD", key.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
