"""Titles and people of hayagriva's entries."""

from __future__ import annotations

import pytest
from hypothesis import given

from loccit.bibliography.formats.hayagriva.values import (
    read_names,
    read_title,
    write_names,
    write_title,
)
from loccit.model import Name
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
