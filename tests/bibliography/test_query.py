"""Queries: what they find, in what order, and what is wrong with one."""

from __future__ import annotations

import pytest

from loccit.bibliography.query import parse_query, search
from loccit.errors import InvalidQuery
from loccit.model import Date, DateParts, Name, Source


def book(key: str, title: str, family: str, year: int, **more: str) -> Source:
    return Source(
        key, "book", {"title": title, "author": (Name(family=family),), "issued": Date(DateParts(year)), **more}
    )


SOURCES = [
    book("davis1981", "Women, Race & Class", "Davis", 1981),
    book("davis2003", "Are Prisons Obsolete?", "Davis", 2003, keyword="prisons, abolition"),
    book("alexander2010", "The New <i>Jim Crow</i>", "Alexander", 2010, abstract="On mass incarceration."),
    book("jimenez2014", "Social Policy", "Jiménez", 2014, note="with Davis on prisons"),
]


@pytest.mark.parametrize(
    ("query", "keys"),
    [
        ("davis", ["davis1981", "davis2003", "jimenez2014"]),
        ("author:davis", ["davis1981", "davis2003"]),
        ("author:davis year:1990..", ["davis2003"]),
        ("year:..2003", ["davis1981", "davis2003"]),
        ("year:2003..2010", ["davis2003", "alexander2010"]),
        ("year:2010", ["alexander2010"]),
        ('"jim crow"', ["alexander2010"]),
        ('"crow jim"', []),
        ("incarc", ["alexander2010"]),
        ("prison", ["davis2003", "jimenez2014"]),
        ("prison -author:jimenez", ["davis2003"]),
        ("JIMENEZ", ["jimenez2014"]),
        ("jiménez", ["jimenez2014"]),
        ("type:book keyword:abolition", ["davis2003"]),
        ("key:davis1981", ["davis1981"]),
        ("nothing", []),
        ("-davis", ["alexander2010"]),
    ],
)
def test_what_is_found(query: str, keys: list[str]) -> None:
    assert [source.key for source in search(SOURCES, parse_query(query))] == keys


@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("", "no words"),
        ("  ... ", "no words"),
        ('author:"davis', "quotation mark at 1 is not closed"),
        ("colour:red", "no field `colour`"),
        ("year:soon", "`soon` is no year"),
        ("year:..", "is no year"),
    ],
)
def test_what_is_wrong_with_a_query(query: str, message: str) -> None:
    with pytest.raises(InvalidQuery, match=message):
        parse_query(query)
