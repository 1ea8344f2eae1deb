"""Compare where two works appeared."""

from __future__ import annotations

from loccit.bibliography.duplicates.compared_source import ComparedSource
from loccit.bibliography.duplicates.normalize import abbreviates


def same_place(one: ComparedSource, other: ComparedSource) -> bool:
    """Return whether both begin on the same page of the same volume, which a book
    never does.
    """
    if "whole" in (one.kind, other.kind):
        return False
    if not one.first_page or one.first_page != other.first_page:
        return False
    volume = one.number("volume")
    if volume != other.number("volume"):
        return False
    return bool(volume) or one.pages == other.pages


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Return whether two names of journals, books or publishers, as words, may be the
    same name, perhaps abbreviated.
    """
    if not one or not other:
        return False
    if "".join(one) == "".join(other):
        return True
    short, long = sorted((one, other), key=lambda words: len("".join(words)))
    return abbreviates(short, long)
