"""Read well-formed fields in one pass; leave those with errors to recover.py."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loccit.bibliography.formats.bibtex.read_fields import read_string, read_well_formed
from loccit.bibliography.formats.bibtex.recover import read_fields

STRINGS = {"acm": "Association for Computing Machinery"}


@pytest.mark.parametrize(
    ("body", "values"),
    [
        ("", {}),
        (", title = {A {B} C}, year = 2010,", {"title": "A {B} C", "year": "2010"}),
        ('Title="A {"}B"', {"title": 'A {"}B'}),
        (
            "publisher = acm # { Press}",
            {"publisher": "Association for Computing Machinery Press"},
        ),
        (
            "title = {{{{Deep}}}}, bdsk-url-1 = {x}",
            {"title": "{{{Deep}}}", "bdsk-url-1": "x"},
        ),
    ],
)
def test_fields_without_errors(body: str, values: dict[str, str]) -> None:
    fields = read_well_formed(body, STRINGS)
    assert fields is not None
    assert fields.values == values


@pytest.mark.parametrize(
    "body",
    [
        "a = {x} b = {y}",
        "a = {x}, a = {y}",
        "a = {x",
        "a = other",
        "a =, b = {x}",
        "a = {x \\{}",
        "a = {x}, @b",
        "a",
    ],
)
def test_what_is_or_may_be_at_fault(body: str) -> None:
    assert read_well_formed(body, STRINGS) is None


@given(
    st.lists(
        st.sampled_from([*'ab=,#{}" \n1@%\\', "a = ", "b = {x},", "acm"]), max_size=14
    ).map("".join)
)
def test_nothing_else_is_read_of_what_has_no_errors(body: str) -> None:
    fields = read_well_formed(body, STRINGS)
    assert fields is None or (fields.values, fields.errors) == (
        read_fields(body, STRINGS).values,
        [],
    )


@given(
    st.lists(
        st.sampled_from(["a = {x}", 'b = "y z"', "c = 12", "d = acm # {, b}"]),
        unique=True,
    )
)
def test_each_field_is_found_in_its_place(written: list[str]) -> None:
    body = ",\n ".join(written)
    fields = read_well_formed(body, STRINGS)
    assert fields is not None
    places = [fields.place(name) for name in fields.values]
    assert [body[place.name : place.end] for place in places] == written
    assert all(body[place.value - 2 : place.value] == "= " for place in places)


def test_an_abbreviation_of_abbreviations() -> None:
    assert (
        read_string(' "The " # acm', STRINGS)
        == "The Association for Computing Machinery"
    )
    assert read_string("other", STRINGS) is None
    assert read_string(" # ".join(["long"] * 20), {"long": "x" * 10_000}) is None
