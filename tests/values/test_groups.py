"""Names of groups and of people."""

from __future__ import annotations

from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.values.groups import is_group


def report(name: str) -> str:
    if is_group(name, certain=True):
        return "surely"
    return "perhaps" if is_group(name) else "not"


def test_groups(given: str, expected: str) -> None:
    assert report(given) == expected


@draw(st.text() | st.text("Bank of the,&'- "))
def test_what_is_certain_is_also_possible(name: str) -> None:
    assert is_group(name) or not is_group(name, certain=True)
