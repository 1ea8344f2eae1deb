"""The cursor of cases: `|` in a text."""

from __future__ import annotations

from typing import NamedTuple


class Typed(NamedTuple):
    """A text, and the place of the cursor in it."""

    text: str
    offset: int


def with_cursor(given: str) -> Typed:
    """Take the cursor out of a text.

    Raises:
        ValueError: it has none, or several.
    """
    before, after = given.split("|")
    return Typed(before + after, len(before))
