from __future__ import annotations

import pytest

from loccit.csl.citations.position import place_cites
from loccit.model import Citation, Cite, Locator


def citation(text: str) -> Citation:
    """`2: a@7 b` is a citation in note 2, of a at page 7 and of b."""
    note, _, cites = text.rpartition(":")
    return Citation(tuple(map(cite, cites.split())), note=int(note or 0))


def cite(text: str) -> Cite:
    key, _, page = text.partition("@")
    return Cite(key, locator=Locator("page", page) if page else None)


@pytest.mark.parametrize(
    ("document", "positions"),
    [
        (["1: a", "2: a"], ["first", "ibid"]),
        (["1: a", "2: a@7"], ["first", "ibid-with-locator"]),
        (["1: a@7", "2: a@7"], ["first", "ibid"]),
        (["1: a@7", "2: a@8"], ["first", "ibid-with-locator"]),
        (["1: a@7", "2: a"], ["first", "subsequent"]),
        (["1: a", "2: b", "3: a"], ["first", "first", "subsequent"]),
        (["1: a b", "2: a"], ["first", "first", "subsequent"]),
        (["1: a a"], ["first", "ibid"]),
        (
            ["1: a", "3: a"],
            ["first", "subsequent"],
        ),  # a note between them cites nothing
        (
            ["1: a", "1: b", "2: b"],
            ["first", "first", "subsequent"],
        ),  # note 1 has two sources
        (["1: a a@5", "2: a@5"], ["first", "ibid-with-locator", "subsequent"]),
        (["1: a", "1: a", "2: a"], ["first", "ibid", "subsequent"]),  # two cites, too
        (
            ["a", "1: b", "a"],
            ["first", "first", "ibid"],
        ),  # the running text goes by itself
    ],
)
def test_positions(document: list[str], positions: list[str]) -> None:
    rows = place_cites([citation(text) for text in document], 5)
    assert [placing.position for row in rows for placing in row] == positions


def test_near_notes() -> None:
    document = ["1: a", "2: b", "6: a", "12: a"]
    rows = place_cites([citation(text) for text in document], 5)
    assert [row[0].near_note for row in rows] == [False, False, True, False]
    assert [row[0].first_note for row in rows] == [0, 0, 1, 1]
