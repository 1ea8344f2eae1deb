"""Refer: EndNote's import format and refer(1)."""

from __future__ import annotations

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.bibliography import Library, write_sources
from loccit.bibliography.formats import refer
from loccit.bibliography.formats.refer.fields import CSL_TYPES, REFERENCE_TYPES
from loccit.model import Date, DateParts, Name, Source
from tests.bibliography.described import changed, described, read_again
from tests.bibliography.formats.refer.references import (
    ANY_REFERENCES,
    OTHERWISE,
    PLAIN_REFERENCES,
)


def library(text: str) -> Library:
    return Library([refer.read(text, "a.enw")])


def test_records(given: str, expected: str) -> None:
    found = library(given)
    assert described(found) == expected
    assert not [name for source in found for name in refer.lost(source)]


def test_what_is_written() -> None:
    source = Source(
        "alexander2010",
        "chapter",
        {
            "title": "The Lockdown",
            "container-title": "The New Jim Crow",
            "author": (Name(family="Alexander", given="Michelle"),),
            "issued": Date(DateParts(2010, 1, 5)),
            "abstract": "One.\n%T Two.",
            "PMID": "7",
        },
    )
    assert write_sources([source], "refer").splitlines() == [
        "%0 Book Section",
        "%A Alexander, Michelle",
        "%T The Lockdown",
        "%B The New Jim Crow",
        "%D 2010",
        "%8 2010-01-05",
        "%M 7",
        "%X One.",
        "   %T Two.",
        "%~ PubMed",
        "%F alexander2010",
    ]


@pytest.mark.parametrize(
    "text",
    ["% a comment\n", "%A comment on entries\n@book{a, title = {A}}", "50%0 off", ""],
)
def test_what_is_not_refer(text: str) -> None:
    assert not refer.recognizes(text)


@draw(PLAIN_REFERENCES)
def test_a_plain_source_is_read_as_it_was_written(source: Source) -> None:
    assert set(changed(source, read_again(source, "refer"))) <= OTHERWISE.get(
        source.type, set()
    )


@draw(ANY_REFERENCES)
def test_what_is_lost_is_named_exactly(source: Source) -> None:
    assert list(refer.lost(source)) == changed(source, read_again(source, "refer"))


@draw(st.text(alphabet="%0ATDJ \n\r;,/") | st.text())
def test_whatever_a_file_holds_is_read(text: str) -> None:
    found = library(text)
    assert len(list(found)) == len(found)


def test_types_go_both_ways() -> None:
    assert {
        CSL_TYPES[name]: name for name in REFERENCE_TYPES.values()
    } == REFERENCE_TYPES
