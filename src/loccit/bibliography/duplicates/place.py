"""Compare where two works appeared."""

from __future__ import annotations

from loccit.bibliography.duplicates.compared_source import ComparedSource
from loccit.bibliography.duplicates.normalize import abbreviates


def same_place(one: ComparedSource, other: ComparedSource) -> bool:
    """Return whether both begin on the same page of the same volume, which a book
    never does; where one has no volume, both have the same pages.
    """
    if "whole" in (one.kind, other.kind):
        return False
    if not one.first_page or one.first_page != other.first_page:
        return False
    volumes = {one.number("volume"), other.number("volume")}
    if volumes == {""}:
        return one.pages == other.pages
    if "" not in volumes:
        return len(volumes) == 1
    # Many a paper in proceedings begins on page 1.
    return one.pages == other.pages and one.first_page != "1"


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
