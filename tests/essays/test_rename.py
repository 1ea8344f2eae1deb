"""Keys that are renamed in an essay, wherever it has them."""

from __future__ import annotations

from loccit.essays import read_essay
from loccit.essays.rename import rename_keys


def test_keys_are_renamed(given: str, expected: str) -> None:
    essay = read_essay(given.encode(), "essay.md")
    assert rename_keys(essay, {"moss": "a b", "roe": "lee"}, {}).decode() == expected
