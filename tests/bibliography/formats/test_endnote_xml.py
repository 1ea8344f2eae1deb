"""EndNote's XML, as EndNote and others write it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.bibliography import Library, write_sources
from loccit.bibliography.formats import endnote_xml
from loccit.errors import UnreadableFile
from loccit.model import Date, DateParts, Name, Source
from tests.bibliography.described import changed, described, read_again
from tests.bibliography.formats.refer.references import (
    ANY_REFERENCES,
    OTHERWISE,
    PLAIN_REFERENCES,
)

ARTICLE = Source(
    "bell2009",
    "article-journal",
    {
        "title": "On <i>Emma</i> & others",
        "author": (Name(family="Bell", given="Rachel"),),
        "container-title": "Agriculture",
        "volume": "26",
        "issued": Date(DateParts(2009, 3, 1)),
    },
)


def run(face: str, text: str) -> str:
    return f'<style face="{face}">{text}</style>'


def library(text: str) -> Library:
    return Library([endnote_xml.read(text, "a.xml")])


def test_records(given: str, expected: str) -> None:
    found = library(given)
    assert described(found) == expected
    assert not [name for source in found for name in endnote_xml.lost(source)]


def test_what_is_written() -> None:
    assert [
        line.strip() for line in write_sources([ARTICLE], "endnote-xml").splitlines()
    ][4:17] == [
        '<ref-type name="Journal Article">17</ref-type>',
        "<contributors>",
        "<authors>",
        "<author>Bell, Rachel</author>",
        "</authors>",
        "</contributors>",
        "<titles>",
        f"<title>{run('normal', 'On ')}{run('italic', 'Emma')}{run('normal', ' &amp; others')}</title>",
        "<secondary-title>Agriculture</secondary-title>",
        "</titles>",
        "<periodical>",
        "<full-title>Agriculture</full-title>",
        "</periodical>",
    ]


def test_pandoc_reads_what_is_written() -> None:
    pypandoc = pytest.importorskip("pypandoc")
    (item,) = json.loads(
        pypandoc.convert_text(
            write_sources([ARTICLE], "endnote-xml"), "csljson", "endnotexml"
        )
    )
    assert (item["type"], item["title"]) == (
        "article-journal",
        "On Emma & others",
    )  # it leaves the faces out
    assert (item["volume"], item["container-title"]) == ("26", "Agriculture")
    assert item["author"] == [{"family": "Bell", "given": "Rachel"}]


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("<xml><records><record>", "a.xml:1:23"),
        ("<!DOCTYPE xml [<!ENTITY a 'b'>]>\n<xml>&a;</xml>", "a.xml:1:27"),
        (
            "<!DOCTYPE xml [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>\n<xml>&a;</xml>",
            "a.xml:1:54",
        ),
        ("<a>" * 10_000, "a.xml:1:301"),
        ("", "a.xml:1:1"),
        ("<xml>\n &uuml;</xml>", "a.xml:2:2"),
        ("<html/>", "a.xml"),
    ],
)
def test_what_can_not_be_read(text: str, where: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        endnote_xml.read(text, "a.xml")
    assert str(caught.value.place) == where


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1"])
def test_the_declared_encoding_is_past(encoding: str) -> None:
    declaration = f'\ufeff<?xml version="1.0" encoding="{encoding}"?>\r\n'
    text = f"{declaration}<xml><records><record><titles><title>Über</title></titles></record></records></xml>"
    assert endnote_xml.recognizes(text)
    (source,) = library(text)
    assert source.text("title") == "Über"


@draw(PLAIN_REFERENCES)
def test_a_plain_source_is_read_as_it_was_written(source: Source) -> None:
    assert set(changed(source, read_again(source, "endnote-xml"))) <= OTHERWISE.get(
        source.type, set()
    )


@draw(ANY_REFERENCES)
def test_what_is_lost_is_named_exactly(source: Source) -> None:
    assert list(endnote_xml.lost(source)) == changed(
        source, read_again(source, "endnote-xml")
    )


@draw(st.text(alphabet="<>/xmlrecod&;! \n\r\"'[]") | st.text())
def test_whatever_a_file_holds_is_read_or_refused(text: str) -> None:
    try:
        found = library(f"<xml><records><record>{text}</record></records></xml>")
    except UnreadableFile as error:
        assert error.place
        assert error.place.line
    else:
        assert len(list(found)) == len(found)
