from __future__ import annotations

import pytest

from loccit.csl.text.page_range import format_pages


@pytest.mark.cases("page_range")
def test_page_ranges(heading: str, given: str, expected: str) -> None:
    assert format_pages(given, "" if heading == "as typed" else heading) == expected


def test_a_locale_may_have_its_own_dash() -> None:
    assert format_pages("1-3", "", "‑") == "1‑3"
