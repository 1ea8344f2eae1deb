"""What the words of a title show of how it was typed."""

from __future__ import annotations

from loccit.values.letter_case.how_typed import typed_as


def test_how_typed(given: str, expected: str) -> None:
    assert typed_as(given) == expected
