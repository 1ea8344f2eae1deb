"""Titles and people of hayagriva's entries."""

from __future__ import annotations

import pytest
from hypothesis import given

from loccit.bibliography.formats.hayagriva.values import (
    read_names,
    read_title,
    read_value,
    write_names,
    write_title,
    write_value,
)
from loccit.model import Date, DateParts, Name
from tests.bibliography.described import PERSON, WORDS


@given(WORDS, WORDS, WORDS)
def test_what_keeps_its_capitals_is_read_as_it_was_written(
    before: str, kept: str, after: str
) -> None:
    title = f'{before} <span class="nocase">{kept}</span> {after}: {{set}} at $5'
    assert read_title(write_title(title)) == title


def test_markup_that_no_title_can_have_goes() -> None:
    assert write_title("On <i>Homo</i> H<sub>2</sub>O") == "On Homo H2O"


@given(PERSON)
def test_a_person_is_read_as_written(name: Name) -> None:
    assert read_names(write_names([name])) == (name,)


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ("Doe, Jane", Name(family="Doe", given="Jane")),
        ("Bank of Spain", Name(literal="Bank of Spain")),
        (
            {"name": "Gogh", "prefix": "van"},
            Name(family="Gogh", non_dropping_particle="van"),
        ),
        ({"name": "Bank of Spain"}, Name(literal="Bank of Spain")),
    ],
)
def test_people_as_text_and_in_parts(value: object, name: Name) -> None:
    assert read_names(value) == (name,)


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (Date(DateParts(2010, 5, 1)), "2010-05-01"),
        (Date(DateParts(2010, 5), circa=True), "~2010-05"),
        (Date(DateParts(-44)), "-0043"),
    ],
)
def test_a_date_is_written_and_read(date: Date, text: str) -> None:
    assert write_value("date", date) == text
    assert read_value("date", "issued", text) == date


@pytest.mark.parametrize(
    ("date", "text"),
    [
        (Date(DateParts(2010, 5), DateParts(2010, 6)), "2010-05"),
        (Date(DateParts(2010), season=1), "2010"),
        (Date(DateParts(2010, 21)), "2010"),
        (Date(DateParts(2010), literal="2010-13"), "2010"),
        (Date(literal="in press"), ""),
    ],
)
def test_only_the_beginning_of_a_date_is_written(date: Date, text: str) -> None:
    assert write_value("date", date) == text
