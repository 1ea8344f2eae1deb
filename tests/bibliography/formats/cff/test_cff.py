"""CITATION.cff, as programs and data sets have it."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.bibliography import Library, write_sources
from loccit.bibliography.formats import cff
from loccit.bibliography.formats.cff.fields import FIELDS, TYPES
from loccit.errors import UnreadableFile
from loccit.model import Source
from tests.bibliography.described import (
    WORDS,
    any_sources,
    changed,
    described,
    plain_sources,
    read_again,
)


def library(text: str) -> Library:
    return Library([cff.read(text, "CITATION.cff")])


def test_records(given: str, expected: str) -> None:
    assert cff.recognizes(given)
    assert described(library(given)) == expected


@draw(
    plain_sources(
        ["book", "report", "thesis", "motion_picture"], {"title-short": WORDS}
    )
)
def test_a_plain_source_is_read_as_it_was_written(source: Source) -> None:
    assert set(changed(source, read_again(source, "cff"))) <= {"id"}


@draw(
    any_sources(sorted(TYPES), sorted({field.variable for field in FIELDS} | {"scale"}))
)
def test_what_is_lost_is_named_exactly(source: Source) -> None:
    assert list(cff.lost(source)) == changed(source, read_again(source, "cff"))


@draw(st.text(alphabet="a:-cff\n{}[]&*#\"' 12") | st.text())
def test_whatever_a_file_holds_is_read_or_refused(text: str) -> None:
    try:
        file = cff.read(text, "CITATION.cff")
    except UnreadableFile:
        return
    for index in range(len(file.keys)):
        file.read(index)


def test_what_the_schema_requires_is_there() -> None:
    sources = [
        Source("a", "book", {"title": "A", "DOI": "10/abc"}),
        Source("b", "map", {}),
    ]
    file = yaml.safe_load(write_sources(sources, "cff"))
    assert {"cff-version", "message", "title", "authors", "references"} <= file.keys()
    for reference in file["references"]:
        assert {"type", "title", "authors"} <= reference.keys()
        assert "doi" not in reference  # the schema takes no shortened one


@pytest.mark.parametrize(
    "text", ["- a", "x", "cff-version: [", "cff-version: 1.2.0\nreferences: x"]
)
def test_what_is_no_citation_file(text: str) -> None:
    try:
        assert not list(library(text))[1:]
    except UnreadableFile as error:
        assert error.place
