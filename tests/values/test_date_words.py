"""The words of dates: the table that names months, seasons and days."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import loccit.values.date_words
from loccit.values.date_words import month_number

TABLE = Path(loccit.values.date_words.__file__).with_suffix(".txt").read_text("utf-8")
ROWS = re.findall(r"^([a-z]{2}) (.+)$", TABLE.partition("# days")[0], re.MULTILINE)
MONTHS = [row for row in ROWS if len(row[1].split()) > 4]


@pytest.mark.parametrize(("language", "row"), ROWS)
def test_each_language_has_all_months_or_seasons(language: str, row: str) -> None:
    assert len(row.split()) in (12, 4)


@pytest.mark.parametrize(("language", "row"), MONTHS)
def test_the_months_of_each_language_are_read(language: str, row: str) -> None:
    for number, names in enumerate(row.split(), 1):
        for name in names.split("/"):
            assert month_number(name) in (number, None)
            assert month_number(name.upper()) == month_number(name)


def test_a_name_of_two_months_is_not_read() -> None:
    names = {name for _, row in MONTHS for name in re.split("[ /]", row)}
    unclear = {name for name in names if month_number(name) is None}
    # Of Croatian on one side, and of Czech, Polish and Ukrainian on the other.
    assert unclear == {"lip", "lis", "listopad", "listopada", "srp"}
