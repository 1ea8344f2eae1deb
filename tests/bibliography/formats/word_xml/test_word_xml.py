"""Word's Sources.xml, as Word and others write it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.bibliography import Library, write_sources
from loccit.bibliography.formats import word_xml
from loccit.bibliography.formats.word_xml.fields import CSL_TYPES, FIELDS, SOURCE_TYPES
from loccit.errors import UnreadableFile
from loccit.model import Date, DateParts, Name, Source
from tests.bibliography.described import (
    WORDS,
    any_sources,
    changed,
    described,
    plain_sources,
    read_again,
)

BOOK = Source(
    "alexander2010",
    "book",
    {
        "title": "The <i>New</i> Jim Crow",
        "author": (Name(family="Alexander", given="Michelle"),),
        "publisher": "The New Press",
        "issued": Date(DateParts(2010, 1, 5)),
    },
)


def library(text: str) -> Library:
    return Library([word_xml.read(text, "Sources.xml")])


def test_records(given: str, expected: str) -> None:
    assert word_xml.recognizes(given)
    assert described(library(given)) == expected


def test_what_is_written() -> None:
    text = write_sources([BOOK], "word-xml")
    assert word_xml.recognizes(text)
    assert text.splitlines()[2:] == [
        "<b:Source>",
        "  <b:Tag>alexander2010</b:Tag>",
        "  <b:SourceType>Book</b:SourceType>",
        "  <b:Author>",
        "    <b:Author>",
        "      <b:NameList><b:Person><b:Last>Alexander</b:Last><b:First>Michelle</b:First></b:Person></b:NameList>",
        "    </b:Author>",
        "  </b:Author>",
        "  <b:Title>The New Jim Crow</b:Title>",
        "  <b:Year>2010</b:Year>",
        "  <b:Month>January</b:Month>",
        "  <b:Day>5</b:Day>",
        "  <b:Publisher>The New Press</b:Publisher>",
        "</b:Source>",
        "</b:Sources>",
    ]
    assert list(word_xml.lost(BOOK)) == ["title"]


def bibutils(program: str, text: str, folder: Path) -> str:
    """What a program of bibutils makes of a text."""
    if not shutil.which(program):
        pytest.skip("bibutils is not installed")
    file = folder / "sources.xml"
    file.write_text(text, "utf-8")
    return subprocess.run(
        [program, str(file)], capture_output=True, encoding="utf-8", check=True
    ).stdout


def test_bibutils_reads_what_is_written(tmp_path: Path) -> None:
    mods = bibutils(
        "wordbib2xml", write_sources([BOOK], "word-xml"), tmp_path
    )  # it loses names and years of its own
    assert "<title>The New Jim Crow</title>" in mods
    assert "<publisher>The New Press</publisher>" in mods


def test_what_bibutils_writes_is_read(tmp_path: Path) -> None:
    names = (
        '<namePart type="given">Jane</namePart><namePart type="family">Doe</namePart>'
    )
    role = (
        '<role><roleTerm authority="marcrelator" type="text">author</roleTerm></role>'
    )
    mods = (
        '<modsCollection xmlns="http://www.loc.gov/mods/v3"><mods ID="doe2001"><titleInfo>'
        "<title>Gärten</title></titleInfo>"
        f'<name type="personal">{names}{role}</name><originInfo><dateIssued>2001</dateIssued></originInfo>'
        "<genre>book</genre></mods></modsCollection>"
    )
    (source,) = library(bibutils("xml2wordbib", mods, tmp_path))
    assert (source.key, source.type, source.text("title")) == (
        "doe2001",
        "book",
        "Gärten",
    )
    assert source.names("author") == (Name(family="Doe", given="Jane"),)
    assert source.date("issued") == Date(DateParts(2001))


@draw(
    plain_sources(
        sorted(set(CSL_TYPES.values()) - {"webpage"}),
        {"title-short": WORDS, "container-title": WORDS},
    )
)
def test_a_plain_source_is_read_as_it_was_written(source: Source) -> None:
    kept = {
        "title",
        "issued",
        "URL",
        "DOI",
        "volume",
        "page",
        "title-short",
        "container-title",
        "publisher-place",
    }
    assert not kept & set(changed(source, read_again(source, "word-xml")))


@draw(
    any_sources(
        [*SOURCE_TYPES, "song"],
        sorted({field.variable for field in FIELDS} | {"scale"}),
    )
)
def test_what_is_lost_is_named_exactly(source: Source) -> None:
    assert list(word_xml.lost(source)) == changed(
        source, read_again(source, "word-xml")
    )


@draw(st.text(alphabet="<>/b:Source;! \n") | st.text())
def test_whatever_a_file_holds_is_read_or_refused(text: str) -> None:
    try:
        found = library(f"<Sources><Source>{text}</Source></Sources>")
    except UnreadableFile as error:
        assert error.place
    else:
        assert len(list(found)) == len(found)


def test_other_xml_is_refused() -> None:
    with pytest.raises(UnreadableFile, match="<html>"):
        library("<html/>")


@pytest.mark.parametrize(
    ("date", "elements"),
    [
        (Date(DateParts(2010, 5)), ["<b:Year>2010</b:Year>", "<b:Month>May</b:Month>"]),
        (Date(DateParts(380)), ["<b:Year>0380</b:Year>"]),
        (Date(DateParts(2010, 21)), ["<b:Year>2010-21</b:Year>"]),
        (Date(DateParts(2010), circa=True), ["<b:Year>2010~</b:Year>"]),
        (Date(literal="in press"), ["<b:Year>in press</b:Year>"]),
    ],
)
def test_a_date_in_its_parts(date: Date, elements: list[str]) -> None:
    text = write_sources([Source("a", "book", {"issued": date})], "word-xml")
    lines = [line.strip() for line in text.splitlines()]
    assert [line for line in lines if line[:7] in ("<b:Year", "<b:Mont")] == elements
