"""Queries: what is wrong with one."""

from __future__ import annotations

import pytest

from loccit.bibliography.search.query import parse_query
from loccit.errors import InvalidQuery


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("", "no words"),
        ("  ... ", "no words"),
        ('author:"davis', "quotation mark at 1 is not closed"),
        ("colour:red", "no field `colour`"),
        ("year:soon", "`soon` is not a year"),
        ("year:..", "is not a year"),
    ],
)
def test_what_is_wrong_with_a_query(query: str, message: str) -> None:
    with pytest.raises(InvalidQuery, match=message):
        parse_query(query)
