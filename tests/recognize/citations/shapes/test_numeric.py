"""The shape of `numeric.py`."""

from __future__ import annotations

from tests.recognize.citations.typed import REFERENCES, entries, found_in


def test_what_is_recognized(given: str, expected: str) -> None:
    assert found_in(given, entries(REFERENCES, numbered=True)) == expected


def test_a_list_without_numbers_has_no_numeric_citations() -> None:
    assert found_in("It is so [1].", entries(REFERENCES)) == "nothing"
