"""Pages and their ranges."""

from __future__ import annotations

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.values.page_ranges import (
    PageRange,
    full_last_page,
    join_pages,
    page_range,
    read_pages,
)


def test_pages(given: str, expected: str) -> None:
    assert read_pages(given) == expected.strip()


@draw(st.text() | st.text("123 -–?,"))
def test_pages_that_were_read_are_read_as_themselves(text: str) -> None:
    pages = read_pages(text)
    assert read_pages(pages) == pages


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("12-15", PageRange("12", "15")),
        ("12 – 15", PageRange("12", "15")),
        ("12", None),
        ("12-12", None),
        ("12-15, 18", None),
        ("A-1-A-4", None),
        ("", None),
    ],
)
def test_the_ends_of_a_range(text: str, ends: PageRange | None) -> None:
    assert page_range(text) == ends
    assert ends is None or page_range(join_pages(*ends)) == ends


@pytest.mark.parametrize(
    ("first", "last", "pages"),
    [
        ("12", "15", "12-15"),
        ("12", "12", "12"),
        ("12", "", "12"),
        ("", "15", "15"),
        ("", "", ""),
        ("12-15", "15", "12-15"),
        ("12", "12-15", "12-15"),
    ],
)
def test_a_first_and_a_last_page(first: str, last: str, pages: str) -> None:
    assert join_pages(first, last) == pages


@pytest.mark.parametrize(
    ("first", "last", "full"),
    [("1241", "99", "1299"), ("12", "15", "15"), ("98", "101", "101")],
)
def test_a_shortened_last_page(first: str, last: str, full: str) -> None:
    assert full_last_page(first, last) == full
