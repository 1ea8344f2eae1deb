"""Entries that may be the same work, found by their words."""

from __future__ import annotations

import pytest

from loccit.bibliography import read_library
from loccit.bibliography.duplicates import candidate_keys
from loccit.model import Name, Source

LIBRARY = read_library(
    r"""
    @book{a, title = {Harbors of G{\"o}teborg}, author = {Bell, Ann}}
    @book{b, title = {{Ferries} and boats}, doi = {10.1000/boats.7}}
    @book{c, title = {Trains}, author = {Roe, Jo}}
    """
)


@pytest.mark.parametrize(
    ("title", "author", "doi", "expected"),
    [
        ("The Harbors of Göteborg", "", "", ["a"]),
        ("Boats and ferries", "", "", ["b"]),
        ("Trains", "", "10.1000/boats.7", ["b", "c"]),
        ("", "Roe", "", ["c"]),
        ("Planes", "Roe", "", []),
        ("Göteborg", "", "", ["a", "b", "c"]),
        ("", "", "", ["a", "b", "c"]),
    ],
)
def test_candidates(title: str, author: str, doi: str, expected: list[str]) -> None:
    names = (Name(author),) if author else ()
    source = Source("", "book", {"title": title, "author": names, "DOI": doi})
    assert list(candidate_keys(LIBRARY, [source])) == expected
