"""Citation keys made up from sources."""

from __future__ import annotations

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.bibliography.keys import make_key, make_keys, other_keys
from loccit.errors import InvalidChange
from loccit.model import Date, DateParts, Name, Source, Value

YEAR = Date(DateParts(2010))


@pytest.mark.parametrize(
    ("variables", "key"),
    [
        (
            {"author": (Name(family="Alexander", given="Michelle"),), "issued": YEAR},
            "alexander2010",
        ),
        (
            {
                "author": (
                    Name(family="Dijk", non_dropping_particle="van"),
                    Name(family="Doe"),
                ),
                "issued": YEAR,
            },
            "dijk2010",
        ),
        (
            {"author": (Name(family="Søndergård-Łuczak"),), "issued": YEAR},
            "sondergardluczak2010",
        ),
        (
            {
                "author": (Name(literal="The World Health Organization"),),
                "issued": YEAR,
            },
            "worldhealth2010",
        ),
        (
            {"author": (Name(literal="U.S. Department of Justice"),), "issued": YEAR},
            "usdepartment2010",
        ),
        (
            {"editor": (Name(family="Roe"),), "title": "A Book", "issued": YEAR},
            "roe2010",
        ),
        ({"title": "The <i>New</i> Jim Crow", "issued": YEAR}, "new2010"),
        ({"author": (Name(family="王"),), "title": "中文", "issued": YEAR}, "2010"),
        (
            {"author": (Name(family="Plato"),), "issued": Date(DateParts(-380))},
            "plato380",
        ),
        ({"author": (Name(family="Doe"),), "issued": Date(literal="n.d.")}, "doe"),
        ({}, "source"),
        ({"URL": "https://www.bbc.co.uk/news/1", "issued": YEAR}, "bbc2010"),
        ({"URL": "https://de.wikipedia.org/wiki/Meer"}, "wikipedia"),
        ({"URL": "http://192.168.1.1/a"}, "source"),
    ],
)
def test_a_key_is_author_and_year(variables: dict[str, Value], key: str) -> None:
    assert make_key(Source("", "book", variables)) == key


@draw(
    st.text(), st.sets(st.sampled_from(["doe2010", "doe2010a", "doe2010b", "doe2010c"]))
)
def test_a_key_is_new_and_can_be_typed(name: str, taken: set[str]) -> None:
    for family in (name, "Doe"):
        key = make_key(
            Source("", "book", {"author": (Name(family=family),), "issued": YEAR}),
            taken,
        )
        assert key not in taken and key.isascii() and key.isalnum()


def test_many_keys_of_one_author_and_year() -> None:
    doe = Source("", "book", {"author": (Name(family="Doe"),), "issued": YEAR})
    keys = list(make_keys([doe] * 20_000, {"doe2010"}))
    assert len(set(keys)) == 20_000 and (keys[0], keys[25], keys[26]) == (
        "doe2010a",
        "doe2010z",
        "doe2010aa",
    )
    taken: set[str] = set()
    for key in make_keys([doe] * 30):
        assert make_key(doe, taken) == key
        taken.add(key)


DOE: dict[str, Value] = {
    "author": (Name(family="Doé"),),
    "issued": YEAR,
    "title": "On the Road",
}


@pytest.mark.parametrize(
    ("parts", "key"),
    [
        ("[author]", "doe"),
        ("[auth][year]", "doe2010"),
        ("[Author]_[year]_[title]", "Doe_2010_road"),
        ("[Title]:[Auth]", "Road:Doe"),
        ("book [year] [", "book 2010 ["),
        ("[year][[author]x]", "2010[doex]"),
    ],
)
def test_patterns(parts: str, key: str) -> None:
    assert list(make_keys([Source("", "book", DOE)], parts=parts)) == [key]


@pytest.mark.parametrize("parts", ["doe", "[]", "[authors]", "[AUTHOR]"])
def test_a_pattern_that_can_not_be_understood(parts: str) -> None:
    with pytest.raises(InvalidChange):
        list(make_keys([Source("", "book", DOE)], parts=parts))


@draw(
    st.lists(
        st.sampled_from(
            ["doe2010", "doe2010b", "doe2010aa", "doe2010book", "x", "y", "Doe2010"]
        ),
        unique=True,
    )
)
def test_other_keys_are_those_of_no_other_source(keys: list[str]) -> None:
    other = other_keys([Source(key, "book", DOE) for key in keys], keys)
    assert not set(other) & {"doe2010", "doe2010b", "doe2010aa"}
    after = [other.get(key, key) for key in keys]
    assert len(set(after)) == len(after) and not set(other.values()) & set(keys)
    assert other_keys([Source(key, "book", DOE) for key in after], after) == {}
