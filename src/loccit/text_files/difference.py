"""The difference of two texts, as one edit."""

from __future__ import annotations

from loccit.model import Edit, Span


def difference(before: str, after: str) -> Edit:
    """Return the one edit that makes one text of another.

    >>> difference("one two", "one, two")
    Edit(span=Span(start=3, end=3), new=',', part='')
    """
    start = _same_length(before, after)
    end = _same_length(before[start:][::-1], after[start:][::-1])
    span = Span(start, len(before) - end)
    return Edit(span, after[start : len(after) - end])


def _same_length(one: str, other: str) -> int:
    """Return how many characters two texts have in common at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    shorter = min(len(one), len(other))
    return next((place for place, (a, b) in pairs if a != b), shorter)
