"""The shape of `bare.py`."""

from __future__ import annotations

from tests.recognize.citations.typed import REFERENCES, entries, found_in


def test_what_is_recognized(given: str, expected: str) -> None:
    assert found_in(given, entries(REFERENCES)) == expected
