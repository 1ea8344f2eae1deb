"""Sites that are the authors of their pages are not printed again."""

from __future__ import annotations

import pytest

from loccit.bibliography.exporters import undo_habits
from loccit.model import Name, Source


@pytest.mark.parametrize(
    ("author", "site", "left"),
    [
        (Name(literal="World Health Organization"), "World Health Organization", ""),
        (Name(literal="World Health Organization"), "ReliefWeb", "ReliefWeb"),
        (Name(family="Medium", given="A."), "Medium", "Medium"),
    ],
)
def test_site_that_is_the_author_is_omitted(author: Name, site: str, left: str) -> None:
    source = Source("x", "webpage", {"author": (author,), "container-title": site})
    assert undo_habits(source).text("container-title") == left


def test_undoing_habits_twice_changes_nothing_more() -> None:
    author = (Name(literal="NASA"),)
    source = Source("x", "webpage", {"author": author, "container-title": "NASA"})
    once = undo_habits(source)
    assert undo_habits(once) == once


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ({}, "webpage"),
        ({"publisher": "Kite"}, "document"),
        ({"DOI": "10.1000/1"}, "document"),
    ],
)
def test_a_document_on_a_site_is_a_page(more: dict[str, str], expected: str) -> None:
    page = {"container-title": "Harbor Blog", "URL": "https://example.org/doors"}
    assert undo_habits(Source("x", "document", page | more)).type == expected
