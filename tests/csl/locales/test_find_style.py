from __future__ import annotations

import pytest

from loccit.csl.locales.find_style import unknown_style


@pytest.mark.parametrize(
    ("asked", "first"),
    [
        ("appa", "apa"),
        ("APA", "apa"),
        ("modern langage association", "modern-language-association"),
        ("harvard", "harvard-limerick"),
        ("vancover", "vancouver-ama"),
        ("mla", "modern-language-association,"),
        ("MLA Handbook", "modern-language-association,"),
    ],
)
def test_the_nearest_style_comes_first(asked: str, first: str) -> None:
    advice = unknown_style(asked).advice
    assert advice.startswith(f"Did you mean {first}"), advice


@pytest.mark.parametrize("asked", ["nosuch", "asdfgh", "", "-", "\0", "x" * 10000])
def test_nothing_is_suggested_where_nothing_is_similar(asked: str) -> None:
    assert unknown_style(asked).advice == "`loccit styles` lists all styles."
