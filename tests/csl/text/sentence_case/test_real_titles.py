"""Real titles of many fields, as headlines and in sentence case."""

from __future__ import annotations

from loccit.csl import in_sentence_case
from loccit.model import Source


def test_real_titles(given: str, expected: str) -> None:
    source = Source("a", "book", {"title": given}, headline=True)
    assert in_sentence_case(source).plain("title") == expected
