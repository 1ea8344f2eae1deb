"""Given names of people, as evidence that a name is a person's.

The file beside this one, `given_names.txt`, lists common ones.  A word that is not among
them proves nothing.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path


def is_given_name(word: str) -> bool:
    """Return whether a word is a common given name, or several with hyphens.

    >>> is_given_name("Gabrielle"), is_given_name("Anna-Maria"), is_given_name("World")
    (True, True, False)
    """
    return all(part in _given_names() for part in word.split("-"))


@cache
def _given_names() -> frozenset[str]:
    """Read the file, once."""
    lines = Path(__file__).with_name("given_names.txt").read_text("utf-8").splitlines()
    listed = [line for line in lines if not line.startswith("#")]
    return frozenset(" ".join(listed).split())
