"""Suggest keys for a mistyped one."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from loccit.errors import UnknownKey

#: The least similarity (Jaro-Winkler, 0 to 1) that makes a suggestion useful.
_ALIKE = 0.8
#: Longer keys, such as a pasted sentence, are shortened in messages.
_LONGEST_SHOWN = 60


def unknown_key(key: str, nearest: Sequence[str] = ()) -> UnknownKey:
    """Return the error for a key that no source has.

    >>> print(unknown_key("alexandr2010", ["alexander2010"]))
    No source has the key `alexandr2010`. Nearest: alexander2010.
    """
    advice = f"Nearest: {', '.join(nearest)}." if nearest else ""
    return UnknownKey(f"No source has the key `{shown_key(key)}`.", advice=advice)


def unreadable_source(key: str) -> UnknownKey:
    """Return the error for a key whose entry exists but can't be read."""
    return UnknownKey(
        f"The entry of the key `{shown_key(key)}` can't be read.",
        advice="`loccit list` says why.",
    )


def shown_key(key: str) -> str:
    """Return a key for a message, shortened if it is very long."""
    if len(key) <= _LONGEST_SHOWN:
        return key
    return f"{key[: _LONGEST_SHOWN - 3]}..."


def nearest(
    key: str, keys: Sequence[str], n: int, folded: Sequence[str] | None = None
) -> tuple[str, ...]:
    """Return up to `n` of `keys` that are similar to `key`, the most similar first.

    Case and accents do not count.

    Args:
        key: what is typed.
        keys: those that are known.
        n: how many to return.
        folded: `folded_keys` of them, for who asks again.

    >>> nearest("alexandre2010", ["alexander2010", "Müller1999", "coates2015"], 3)
    ('alexander2010',)
    >>> nearest("muller1999", ["alexander2010", "Müller1999"], 3)
    ('Müller1999',)
    """
    from rapidfuzz.distance import JaroWinkler
    from rapidfuzz.process import extract

    found = extract(
        _folded(key),
        folded_keys(keys) if folded is None else folded,
        scorer=JaroWinkler.similarity,
        limit=n,
        score_cutoff=_ALIKE,
    )
    return tuple(keys[index] for _, _, index in found)


def folded_keys(keys: Sequence[str]) -> list[str]:
    """Return keys without case and accents."""
    return [_folded(key) for key in keys]


def _folded(key: str) -> str:
    if key.isascii():
        return key.lower()
    letters = unicodedata.normalize("NFKD", key.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))
