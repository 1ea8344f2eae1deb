"""Lists of people, however they are typed."""

from __future__ import annotations

from hypothesis import given as drawn
from hypothesis import strategies as st

from loccit.model import Name
from loccit.values.names import inverted_name
from loccit.values.people import read_people


def test_lists_of_people(given: str, expected: str) -> None:
    assert "; ".join(map(_shown, read_people(given))) == expected


@drawn(st.text(alphabet="Aab. ,;&-{}()…dnetly", max_size=60))
def test_any_text_is_read_and_nothing_is_made_up(text: str) -> None:
    letters = set(f"{text}others")
    for name in read_people(text):
        assert set(f"{name.family}{name.given}{name.literal}") <= letters


def _shown(name: Name) -> str:
    return f"{{{name.literal}}}" if name.literal else inverted_name(name)
