"""Dates of `date` fields, and of `year` and `month`."""

from __future__ import annotations

import json

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.model import Date, DateParts, Source
from loccit.model.csl_json import source_to_csl_json
from loccit.values.dates import read_date, read_year, write_date, write_year


def as_csl(date: Date | None) -> str:
    return (
        json.dumps(
            source_to_csl_json(Source("", "", {"issued": date}))["issued"],
            ensure_ascii=False,
        )
        if date
        else ""
    )


def test_dates(given: str, expected: str) -> None:
    assert as_csl(read_date(given)) == expected


@pytest.mark.parametrize(
    ("year", "month", "day", "expected"),
    [
        ("2015", "", "", "2015"),
        ("2015", "mar", "", "2015-03"),
        ("2015", "March", "4", "2015-03-04"),
        ("2015", "Mar.", "", "2015-03"),
        ("2015", "3", "", "2015-03"),
        ("2015", "03", "14", "2015-03-14"),
        ("2015", "mar 4", "", "2015-03-04"),
        ("2015", "4 mar", "", "2015-03-04"),
        ("2015", "mar/apr", "", "2015-03/2015-04"),
        ("2015", "March--April", "", "2015-03/2015-04"),
        ("2015", "Spring", "", "2015-21"),
        ("2015", "Fall", "", "2015-23"),
        ("1914--1918", "", "", "1914/1918"),
        ("1990--91", "", "", "1990/1991"),
        ("1914-1918", "", "", "1914/1918"),
        ("c. 1850", "", "", "1850~"),
        ("[1850]", "", "", "1850"),
        ("in press", "", "", "in press"),
        ("2015", "brumaire", "", "brumaire 2015"),
    ],
)
def test_year_month_day(year: str, month: str, day: str, expected: str) -> None:
    date = read_year(year, month, day)
    assert date and write_date(date) == expected


def test_a_year_is_kept_beside_a_month_that_is_none() -> None:
    date = read_year("2015", "brumaire")
    assert date and date.start == DateParts(2015)


@draw(st.text(alphabet="0129-/~?X nd.MayT,") | st.text())
def test_whatever_is_typed_is_read(text: str) -> None:
    for date in (read_date(text), read_year(text, text), read_year("2015", text, text)):
        assert date is None or date != Date()


DATES = st.builds(
    DateParts, st.integers(1, 2100), st.integers(1, 12), st.integers(1, 28)
) | st.builds(DateParts, st.integers(1, 2100))


@draw(st.builds(Date, DATES, st.none() | DATES, circa=st.booleans()))
def test_dates_written_are_read_again(date: Date) -> None:
    assert read_date(write_date(date)) == date


@draw(st.builds(Date, DATES))
def test_years_written_are_read_again(date: Date) -> None:
    fields = write_year(date)
    assert (
        read_year(fields["year"], fields.get("month", ""), fields.get("day", ""))
        == date
    )


@pytest.mark.parametrize(
    "date",
    [
        Date(DateParts(2017), season=4),
        Date(DateParts(2017, 7), DateParts(2017, 9)),
        Date(DateParts(2017, 7, 30), DateParts(2017, 8, 2)),
        Date(DateParts(2017, 7, 12), DateParts(2017, 7, 14)),
        Date(DateParts(2017, 12), DateParts(2018, 1)),
        Date(DateParts(2017), DateParts(2018)),
        Date(DateParts(2017, 5, 1), circa=True),
        Date(DateParts(2017), circa=True),
    ],
)
def test_seasons_and_ranges_are_written_as_years_and_months(date: Date) -> None:
    fields = write_year(date)
    assert (
        read_year(fields["year"], fields.get("month", ""), fields.get("day", ""))
        == date
    )
