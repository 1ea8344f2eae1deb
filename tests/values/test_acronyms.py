"""Acronyms of groups."""

from __future__ import annotations

from loccit.values.acronyms import acronyms


def test_an_acronym(given: str, expected: str) -> None:
    short, _, no = expected.partition(" ")
    assert (short.casefold() in acronyms(given)) is not bool(no)
