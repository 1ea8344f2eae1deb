"""Where two works appeared: whether that may be one place."""

from __future__ import annotations

from loccit.bibliography.duplicates.compared_source import ComparedSource
from loccit.bibliography.duplicates.normalize import abbreviates


def same_place(one: ComparedSource, other: ComparedSource) -> bool:
    """Whether both begin on one page of one volume; a book begins nowhere."""
    if (
        "whole" in (one.kind, other.kind)
        or not one.first_page
        or one.first_page != other.first_page
    ):
        return False
    volume = one.number("volume")
    return volume == other.number("volume") and bool(volume or one.pages == other.pages)


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether the words of two names of journals, books or publishers may be one's,
    perhaps shortened.
    """
    if not one or not other:
        return False
    short, long = sorted((one, other), key=lambda words: len("".join(words)))
    return "".join(short) == "".join(long) or abbreviates(short, long)
