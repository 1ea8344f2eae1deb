"""Headlines become sentences, and names in them keep their capitals."""

from __future__ import annotations

from loccit.csl import in_sentence_case
from loccit.model import Source


def test_headlines(given: str, expected: str) -> None:
    source = Source("a", "book", {"title": given}, headline=True)
    assert in_sentence_case(source).plain("title") == expected
