from __future__ import annotations

from loccit.csl.text.page_range import format_pages


def test_page_ranges(title: str, given: str, expected: str) -> None:
    assert format_pages(given, "" if title == "as typed" else title) == expected


def test_a_locale_may_have_its_own_dash() -> None:
    assert format_pages("1-3", "", "‑") == "1‑3"
