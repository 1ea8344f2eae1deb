"""Rows are found in document order, wherever they were inserted."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from loccit.csl.changes.rows import Row, Rows
from loccit.model import Citation, Cite


def row(key: str, note: int = 0) -> Row:
    return Row(Citation((Cite(key),), note=note))


def test_there_is_always_room_for_one_more() -> None:
    rows = Rows()
    expected = [row("first"), row("last")]
    for number, each in enumerate(expected):
        rows.insert(number, each)
    for _ in range(200):
        each = row("between")
        expected.insert(1, each)
        rows.insert(1, each)
    assert rows.all.rows == expected
    assert rows.citing("between") == expected[1:-1]
    assert [rows.all.number(each) for each in expected] == list(range(202))


@given(st.lists(st.tuples(st.integers(0, 20), st.integers(0, 2))))
def test_they_are_found_by_source_and_by_note(
    insertions: list[tuple[int, int]],
) -> None:
    rows = Rows()
    expected: list[Row] = []
    for place, note in insertions:
        each = row(f"key{place % 3}", note)
        index = place % (len(expected) + 1)
        expected.insert(index, each)
        rows.insert(index, each)
    for removed in expected[::3]:
        rows.remove(removed)
        expected.remove(removed)
    assert rows.all.rows == expected
    in_text = [each for each in expected if not each.citation.note]
    assert rows.in_text.rows == in_text
    in_note = [each for each in expected if each.citation.note == 1]
    assert list(rows.in_note(1)) == in_note
    for key in ("key0", "key1", "key2"):
        assert list(rows.citing(key)) == [each for each in expected if key in each.keys]


def test_a_replaced_citation_is_found_by_its_new_sources() -> None:
    rows = Rows()
    each = row("old")
    rows.insert(0, each)
    rows.replace(each, Citation((Cite("new"),), note=3))
    assert not rows.citing("old")
    assert rows.citing("new") == [each]
    assert rows.in_note(3) == [each]
    assert not rows.in_text.rows
