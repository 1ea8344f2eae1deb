"""CSV tables."""

from __future__ import annotations

import csv
import io

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.bibliography import Library, write_sources
from loccit.bibliography.formats import csv_table
from loccit.errors import UnreadableFile
from loccit.model import Date, DateParts, Name, Source
from loccit.values.csl_types import CSL_TYPES
from tests.bibliography.described import (
    PEOPLE,
    WORDS,
    any_sources,
    changed,
    described,
    plain_sources,
    read_again,
)

SOURCE = Source(
    "alexander2010",
    "book",
    {
        "title": "The New Jim Crow",
        "author": (
            Name(family="Alexander", given="Michelle"),
            Name(literal="World Bank"),
        ),
        "issued": Date(DateParts(2010, 1, 5)),
        "page": "12-34",
        "number-of-pages": "290",
    },
)


def library(text: str) -> Library:
    return Library([csv_table.read(text, "a.csv")])


def test_tables(given: str, expected: str) -> None:
    assert csv_table.recognizes(given)
    found = library(given)
    assert described(found) == expected
    assert not [name for source in found for name in csv_table.lost(source)]


def test_what_is_written() -> None:
    assert write_sources([SOURCE], "csv").splitlines() == [
        "\ufeffKey,Type,Authors,Date,Title,Pages,number-of-pages",
        'alexander2010,book,"Alexander, Michelle; World Bank",2010-01-05,The New Jim Crow,12–34,290',
    ]


@pytest.mark.parametrize(
    "title",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "'=1", "''@x", '=HYPERLINK("http://a.b")'],
)
def test_no_cell_is_a_formula(title: str) -> None:
    text = write_sources(
        [Source("=a", "book", {"title": title, "author": (Name(literal="=1"),)})], "csv"
    )
    (_, row) = csv.reader(io.StringIO(text))
    assert all(not cell or cell[0] not in "=+-@\t\r" for cell in row)
    (source,) = library(text)
    assert (source.key, source.text("title")) == ("=a", title.strip())


def test_too_long_a_cell_is_said_with_its_line() -> None:
    with pytest.raises(UnreadableFile, match="This is not CSV") as raised:
        csv_table.read("Key,Title\na,b\nc," + "x" * 200_000, "a.csv")
    assert raised.value.place and raised.value.place.line == 3


@draw(
    plain_sources(
        sorted(CSL_TYPES),
        {"editor": PEOPLE, "event-title": WORDS, "PMID": st.just("7")},
    )
)
def test_a_plain_source_is_read_as_it_was_written(source: Source) -> None:
    assert not changed(source, read_again(source, "csv"))


@draw(
    any_sources(
        sorted(CSL_TYPES),
        ["title", "page", "scale", "note", "number-of-pages", "keyword"],
    )
)
def test_what_is_lost_is_named_exactly(source: Source) -> None:
    assert list(csv_table.lost(source)) == changed(source, read_again(source, "csv"))


@draw(st.text(alphabet="Key,Titl;e\"\n\r\x00='") | st.text())
def test_whatever_a_file_holds_is_read_or_told(text: str) -> None:
    csv_table.recognizes(text)
    try:
        found = library(text)
    except UnreadableFile as error:
        assert error.message
    else:
        assert len(list(found)) == len(found)
