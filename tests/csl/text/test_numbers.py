from __future__ import annotations

import pytest

from loccit.csl.text.numbers import first_number, is_numeric, is_plural, to_roman


@pytest.mark.parametrize("text", ["2", "2nd", "D2", "2-4", "2, 3 & 5", "L2d", "01790"])
def test_numeric(text: str) -> None:
    assert is_numeric(text)


@pytest.mark.parametrize(
    "text", ["", "second", "7th ed.", "iv", "2 to 3", "annotated edition"]
)
def test_not_numeric(text: str) -> None:
    assert not is_numeric(text)


@pytest.mark.parametrize(
    "text",
    [
        "1-2",
        "1–2",
        "1, 2",
        "i-ix",
        "S213-S235",
        "213 & 235",
        "213, and 235",
        "1 et 2",
        "1 oder 2",
        "[39]-[52]",
        "(xv)-(xvii)",
        "46f.",
        "46 ff.",
        "46 et seq.",
    ],
)
def test_plural(text: str) -> None:
    assert is_plural(text)


@pytest.mark.parametrize(
    "text", ["", "12", "12f", "3\\-B", "Michaelson-Morely", "12 at the top"]
)
def test_singular(text: str) -> None:
    assert not is_plural(text)


def test_first_page() -> None:
    assert [first_number(text) for text in ("107-15", "12, 14", "xii–xv", "")] == [
        "107",
        "12",
        "xii",
        "",
    ]


def test_roman_numerals() -> None:
    assert [to_roman(number) for number in (4, 23, 3999, 4000)] == [
        "iv",
        "xxiii",
        "mmmcmxcix",
        "4000",
    ]
