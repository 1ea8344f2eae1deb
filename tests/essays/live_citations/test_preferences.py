"""Zotero's preferences of a document, in its custom properties."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.essays.live_citations.programs.zotero.preferences import (
    Preferences,
    preference_properties,
    read_preferences,
)
from loccit.essays.live_citations.properties import joined, split
from tests.cases import Case

NAME = "ZOTERO_PREF"
NEW = Preferences("apa", "de-DE", "Field", "footnotes")


def test_what_zotero_says_stays(case: Case) -> None:
    old = split(case.given, NAME)
    assert str(read_preferences(old)) == case.sections["read"]
    changed = preference_properties(NEW, old)
    assert joined(changed, NAME) == case.expected
    assert read_preferences(changed) == NEW


@pytest.mark.parametrize(
    "written",
    [
        Preferences("http://www.zotero.org/styles/apa"),
        Preferences("a & <b>" * 80, "de-DE", "Bookmark", "endnotes"),
        Preferences("x", "fr-FR", "ReferenceMark", "footnotes"),
    ],
)
def test_new_preferences(written: Preferences) -> None:
    properties = preference_properties(written)
    assert all(len(value) <= 255 for value in properties.values())
    assert read_preferences(properties) == written


def test_no_preferences() -> None:
    assert read_preferences({}) is None


@given(st.text(st.sampled_from("a😀\n"), max_size=700))
def test_pieces_are_joined_again(value: str) -> None:
    pieces = split(value, "A")
    assert joined(pieces, "A") == value
    assert all(len(piece.encode("utf-16-le")) <= 510 for piece in pieces.values())
