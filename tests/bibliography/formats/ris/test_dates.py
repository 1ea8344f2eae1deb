"""Dates of RIS: what its slashes mean; tests/values/test_dates.txt has the rest."""

from __future__ import annotations

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.bibliography.formats.ris.dates import read_date, write_date
from loccit.model import Date, DateParts
from loccit.values import dates
from tests.bibliography.described import DATE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2009", "2009"),
        ("2009///", "2009"),
        ("2009/03", "2009-03"),
        ("2009/3/1", "2009-03-01"),
        ("2009/03/01/", "2009-03-01"),
        ("2009/03/01/14:56:33", "2009-03-01"),
        ("2009/03/01/2", "2009-03-01"),
        ("2009/03//", "2009-03"),
        ("2009///Spring", "2009-21"),
        ("2009///Mar-Apr", "2009-03/2009-04"),
        ("2009/00/00/Spring", "2009-21"),
        ("2009///2009-21", "2009-21"),
        ("2009/03/01/in press", "2009-03-01"),
        ("2004/2005", "2004/2005"),
        ("2009/13/01", "2009/13/01"),
        ("2009/02/30/", "2009/02/30/"),
        ("2009//05", "2009//05"),
        ("2009/00/00", "2009/00/00"),
        ("in press", "in press"),
    ],
)
def test_what_slashes_mean(text: str, expected: str) -> None:
    date = read_date(text)
    assert date and dates.write_date(date) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mar 3", Date(DateParts(2009, 3, 3))),
        ("Mar-Apr", Date(DateParts(2009, 3), DateParts(2009, 4))),
        ("Winter", Date(DateParts(2009), season=4)),
        ("Mar 3, 2010", Date(DateParts(2010, 3, 3))),
        ("2010/05/06", Date(DateParts(2010, 5, 6))),
        ("Easter", Date(DateParts(2009), literal="Easter 2009")),
        ("n.d.", None),
    ],
)
def test_the_year_of_another_line(text: str, expected: Date | None) -> None:
    assert read_date(text, "2009") == expected


@draw(DATE)
def test_a_date_is_read_as_it_was_written(date: Date) -> None:
    assert read_date(write_date(date)) == date


@draw(st.text(alphabet="0129/- Spring") | st.text(), st.sampled_from(["", "2009"]))
def test_any_text_is_read(text: str, year: str) -> None:
    date = read_date(text, year)
    assert date is None or date != Date()
