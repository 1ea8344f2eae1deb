"""Dates as text, through every door that reads them."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import example
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.bibliography.formats import cff, hayagriva
from loccit.bibliography.formats.bibtex.converters import DATE as OF_BIB
from loccit.bibliography.formats.csl_json.items import source_of_item
from loccit.bibliography.formats.csv_table.columns import read_cell
from loccit.bibliography.formats.medline.fields import DATE as OF_MEDLINE
from loccit.bibliography.formats.ris.fields import DATE as OF_RIS
from loccit.bibliography.records.converters import DATE as OF_RECORDS
from loccit.bibliography.source_file import SourceFile
from loccit.lookup.json_values import date_of
from loccit.model import Date, DateParts, Value
from loccit.values.date_ranges import OPEN
from loccit.values.dates import read_date, read_raw, read_year, write_date, write_year
from tests.cases import Case

SEASONS = ("", "spring", "summer", "autumn", "winter")


def in_hayagriva(text: str) -> Value | None:
    record = f"a:\n  type: book\n  date: {json.dumps(text)}\n"
    return issued(hayagriva.read(record, "a.yaml"))


def in_cff(text: str) -> Value | None:
    head = "cff-version: 1.2.0\ntitle: A\n"
    record = f"{head}date-released: {json.dumps(text)}\n"
    return issued(cff.read(record, "CITATION.cff"))


def issued(file: SourceFile) -> Value | None:
    source = file.read(0).source
    assert source
    return source.date("issued")


def in_csl_json(text: str) -> Value | None:
    return source_of_item({"id": "a", "issued": {"raw": text}}).date("issued")


#: Everything that reads dates, by the names that sections of a case have.
DOORS: dict[str, Callable[[str], Value | None]] = {
    "reader": read_date,
    ".bib": OF_BIB.read,
    "CSL": lambda text: read_raw(Date(raw=text)),
    "CSL-JSON": in_csl_json,
    "look-up": date_of,
    "hayagriva": in_hayagriva,
    "CFF": in_cff,
    "RIS": lambda text: OF_RIS.read([text]),
    "MEDLINE": lambda text: OF_MEDLINE.read([text]),
    "EndNote, MODS, Word, Zotero": lambda text: OF_RECORDS.read([text]),
    "CSV": lambda text: read_cell("issued", text),
}


def test_every_door_reads_a_date_alike(case: Case) -> None:
    assert set(case.sections) <= {"expected", *DOORS}
    found = {name: shown(read(case.given)) for name, read in DOORS.items()}
    assert found == {name: case.sections.get(name, case.expected) for name in DOORS}


def shown(date: Value | None) -> str:
    """A date in the notation of test_dates.txt."""
    if not isinstance(date, Date):
        return "none"
    ends = "/".join(shown_parts(end) for end in (date.start, date.end) if end)
    words = [
        f"~{ends}" if date.circa else ends,
        SEASONS[date.season or 0],
        f'"{date.literal}"' if date.literal else "",
        f'raw "{date.raw}"' if date.raw else "",
    ]
    return " ".join(filter(None, words))


def shown_parts(parts: DateParts) -> str:
    if parts == OPEN:
        return ".."
    numbers = (parts.year, parts.month, parts.day)
    return "-".join(str(number) for number in numbers if number is not None)


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
        ("2015", "3--4", "", "2015-03/2015-04"),
        ("2015", "Spring", "", "2015-21"),
        ("2015", "Fall", "", "2015-23"),
        ("2022", "Mai", "", "2022-05"),
        ("2021", "März", "5.", "2021-03-05"),
        ("1914--1918", "", "", "1914/1918"),
        ("1990--91", "", "", "1990/1991"),
        ("1990-91", "", "", "1990/1991"),
        ("2009/10", "", "", "2009/2010"),
        ("1914-1918", "", "", "1914/1918"),
        ("1999--", "", "", "1999/"),
        ("1999--", "mar", "", "1999-03/"),
        ("2017--2018", "dec--jan", "", "2017-12/2018-01"),
        ("2009/2010", "Winter", "", "2009-24/2010"),
        ("c. 1850", "", "", "1850~"),
        ("c. 1850", "mar", "", "1850-03~"),
        ("[1850]", "", "", "1850"),
        ("380", "mar", "", "0380-03"),
        ("in press", "", "", "in press"),
        ("2015", "brumaire", "", "brumaire 2015"),
        ("2015", "13", "4", "13 4 2015"),
        ("2015", "feb", "30", "feb 30 2015"),
        ("2015", "", "4", "4 2015"),
        ("1999-00", "", "", "1999-00"),
        ("1850~", "", "", "1850~"),
        ("1850~", "mar", "", "1850-03~"),
        ("44", "", "", "0044"),
        ("-0043", "", "", "-0043"),
        ("0", "", "", "0"),
        ("0", "mar", "", "mar 0"),
    ],
)
def test_year_month_day(year: str, month: str, day: str, expected: str) -> None:
    date = read_year(year, month, day)
    assert date and write_date(date) == expected


def test_a_year_is_kept_beside_a_month_that_is_none() -> None:
    date = read_year("2015", "brumaire")
    assert date and date.start == DateParts(2015)


#: Text, and what looks like a date.
TYPED = st.text(alphabet="0129-/~?X nd.MayT,") | st.text()


@draw(TYPED)
def test_whatever_is_typed_is_read(text: str) -> None:
    for date in (read_date(text), read_year(text, text), read_year("2015", text, text)):
        assert date is None or date != Date()


@draw(TYPED)
@example("1" * 10_000)
@example("5 " * 10_000)
@example("²³ 2010")
@example("٢٠١٠")
def test_no_door_raises(text: str) -> None:
    for name in DOORS.keys() - {"hayagriva", "CFF"}:  # YAML refuses some characters
        DOORS[name](text)


@draw(TYPED)
def test_what_is_read_is_the_same_when_it_is_written(text: str) -> None:
    date = read_date(text)
    assert date is None or read_date(write_date(date)) == date


@draw(TYPED)
def test_what_is_not_a_date_keeps_its_characters(text: str) -> None:
    date = read_date(text)
    if date and date.literal and not date.literal.startswith("–"):
        assert date.literal.split() == text.split()


PARTS = st.builds(
    DateParts, st.integers(1, 2100), st.integers(1, 12), st.integers(1, 28)
)
YEARS = st.builds(DateParts, st.integers(-12_000, 12_000).filter(bool))
DATES = PARTS | YEARS
ENDS = st.none() | DATES | st.just(OPEN)


@draw(
    st.builds(Date, DATES, ENDS, circa=st.booleans())
    | st.builds(Date, YEARS, st.none() | YEARS, st.integers(1, 4), st.booleans())
)
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
        Date(DateParts(2017), DateParts(2018), season=4),
        Date(DateParts(2017, 7), DateParts(2017, 9)),
        Date(DateParts(2017, 7, 30), DateParts(2017, 8, 2)),
        Date(DateParts(2017, 7, 12), DateParts(2017, 7, 14)),
        Date(DateParts(2017, 12), DateParts(2018, 1)),
        Date(DateParts(2017), DateParts(2018)),
        Date(DateParts(2017), OPEN),
        Date(DateParts(2017, 5, 1), circa=True),
        Date(DateParts(2017), circa=True),
        Date(DateParts(-44), DateParts(14)),
    ],
)
def test_seasons_and_ranges_are_written_as_years_and_months(date: Date) -> None:
    fields = write_year(date)
    assert (
        read_year(fields["year"], fields.get("month", ""), fields.get("day", ""))
        == date
    )
