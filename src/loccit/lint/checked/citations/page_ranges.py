"""Ranges of pages in citations: cut, reversed, or no ranges at all."""

from __future__ import annotations

from loccit.lint.checked.citations.place_words import PlaceWords

_SURE = 3


def full_last(first: str, last: str) -> str:
    """Return the last page of a range in full; "" if it is not cut.

    >>> full_last("146", "7"), full_last("146", "52"), full_last("46", "47")
    ('147', '152', '')
    """
    if not (first.isdecimal() and last.isdecimal()) or len(last) >= len(first):
        return ""
    full = first[: -len(last)] + last
    return full if int(full) > int(first) else ""


def is_reversed(first: str, last: str) -> bool:
    """Return whether a range ends before it begins.

    >>> is_reversed("64", "46"), is_reversed("46", "46"), is_reversed("146", "7")
    (True, True, False)
    """
    if not (first.isdecimal() and last.isdecimal()):
        return False
    return int(last) <= int(first) and not full_last(first, last)


def is_numbered_by_chapter(place: PlaceWords) -> bool:
    """Return whether "p. 12-3" may be one page, the third of chapter 12, as manuals
    number them.
    """
    number = place.numbers[0]
    if place.label.text == "pp." or len(place.numbers) > 1 or number.dash is None:
        return False
    is_short = len(number.first.text) < _SURE
    return is_short and number.dash.text in ("-", "‐", "‑")
