"""Only the sources that a name may be of are read."""

from __future__ import annotations

import pytest

from loccit.bibliography import Library, open_library
from loccit.recognize.citations.library_names import LibraryNames

#: So many other sources have the words of their titles in common.
_OTHERS = 60


def _library() -> Library:
    people: list[dict[str, object]] = [
        {"id": "brown", "author": [{"family": "Brown", "given": "Ann"}], "title": "A"},
        {"id": "who", "author": [{"literal": "World Health Organization"}]},
        {"id": "muller", "author": [{"family": "Müller"}], "issued": {"raw": "2001"}},
        {"id": "state", "title": "State: A History"},
    ]
    others: list[dict[str, object]] = [
        {"id": f"other{number}", "title": "The brown state of memory"}
        for number in range(_OTHERS)
    ]
    items = [{"type": "book", **item} for item in [*people, *others]]
    return open_library([], items)


@pytest.mark.parametrize(
    "name, keys",
    [
        ("Brown", ["brown"]),
        ("WHO", ["who"]),
        ("World Health Organization", ["who"]),
        ("Müller", ["muller"]),
        ("Muller", ["muller"]),
        ("State", ["state"]),
        ("memory", []),
        ("Nobody", []),
    ],
)
def test_sources_that_have_a_name_are_read(name: str, keys: list[str]) -> None:
    assert [source.key for source in LibraryNames(_library()).named(name)] == keys


def test_a_source_is_read_once() -> None:
    names = LibraryNames(_library())
    assert [source.key for source in names.named("Müller")] == ["muller"]
    assert [*names.named("Müller")] == []


def test_misspelt_names_are_looked_up_in_their_year() -> None:
    names = LibraryNames(_library())
    assert [*names.nearly_named("mulelr", "1999")] == []
    assert [source.key for source in names.nearly_named("mulelr", "2001")] == ["muller"]
