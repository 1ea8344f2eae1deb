"""MODS, as catalogues, Zotero, JabRef and bibutils write it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.bibliography import Library, write_sources
from loccit.bibliography.formats import mods
from loccit.bibliography.formats.mods.fields import FIELDS
from loccit.bibliography.formats.mods.types import HOSTED, WRITTEN
from loccit.errors import UnreadableFile
from loccit.model import Date, DateParts, Name, Source
from tests.bibliography.described import (
    NUMBER,
    PEOPLE,
    WORDS,
    any_sources,
    changed,
    described,
    plain_sources,
    read_again,
)

ARTICLE = Source(
    "bell2009",
    "article-journal",
    {
        "title": "On Emma & others: A study",
        "author": (
            Name(family="Bell", given="Rachel", suffix="Jr."),
            Name(literal="World Health Organization"),
        ),
        "container-title": "Agriculture",
        "volume": "26",
        "page": "12-34",
        "issued": Date(DateParts(2009, 3, 1)),
        "URL": "https://example.org/",
        "accessed": Date(DateParts(2020, 2, 3)),
    },
)


def library(text: str) -> Library:
    return Library([mods.read(text, "a.xml")])


def test_records(given: str, expected: str) -> None:
    found = library(given)
    assert described(found) == expected
    assert not [name for source in found for name in mods.lost(source)]


def test_what_is_written() -> None:
    lines = [line.strip() for line in write_sources([ARTICLE], "mods").splitlines()]
    role = '<role><roleTerm type="code" authority="marcrelator">aut</roleTerm>'
    assert lines[:7] == [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<modsCollection xmlns="http://www.loc.gov/mods/v3">',
        '<mods ID="bell2009">',
        "<titleInfo>",
        "<title>On Emma &amp; others</title>",
        "<subTitle>A study</subTitle>",
        "</titleInfo>",
    ]
    assert lines[7].startswith(
        '<name type="personal"><namePart type="family">Bell</namePart><namePart type="given">Rachel</namePart>'
        f'<namePart type="termsOfAddress">Jr.</namePart>{role}'
    )
    assert lines[8].startswith(
        f'<name type="corporate"><namePart>World Health Organization</namePart>{role}'
    )
    assert '<dateIssued encoding="w3cdtf">2009-03-01</dateIssued>' in lines
    assert '<url dateLastAccessed="2020-02-03">https://example.org/</url>' in lines
    assert lines[lines.index('<extent unit="page">') :][1:3] == [
        "<start>12</start>",
        "<end>34</end>",
    ]


def test_bibutils_reads_what_is_written(tmp_path: Path) -> None:
    if not shutil.which("xml2bib"):
        pytest.skip("bibutils (`xml2bib`) is not installed")
    (tmp_path / "a.xml").write_text(write_sources([ARTICLE], "mods"), "utf-8")
    read = subprocess.run(
        ["xml2bib", str(tmp_path / "a.xml")], capture_output=True, text=True, check=True
    ).stdout
    for field in (
        "@Article{bell2009",
        'title="On Emma {\\&} others: A study"',
        'journal="Agriculture"',
        'pages="12--34"',
        'year="2009"',
        'volume="26"',
    ):
        assert field in read


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("<modsCollection><mods>", "a.xml:1:23"),
        ("<!DOCTYPE mods [<!ENTITY a 'b'>]>\n<mods>&a;</mods>", "a.xml:1:28"),
        ("<html/>", "a.xml"),
    ],
)
def test_what_can_not_be_read(text: str, where: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        mods.read(text, "a.xml")
    assert str(caught.value.place) == where


@draw(
    plain_sources(
        sorted(HOSTED), {"container-title": WORDS, "editor": PEOPLE, "ISBN": NUMBER}
    )
    | plain_sources(
        ["article-journal"],
        {"container-title": WORDS, "issue": NUMBER, "PMID": NUMBER, "ISSN": NUMBER},
    )
    | plain_sources(
        ["book"],
        {"editor": PEOPLE, "collection-title": WORDS, "collection-number": NUMBER},
    )
    | plain_sources(
        sorted(WRITTEN), {"title-short": WORDS, "translator": PEOPLE, "medium": WORDS}
    )
)
def test_a_plain_source_is_read_as_it_was_written(source: Source) -> None:
    assert changed(source, read_again(source, "mods")) == []


@draw(
    any_sources(
        sorted(WRITTEN), sorted({field.variable for field in FIELDS} | {"status"})
    )
)
def test_what_is_lost_is_named_exactly(source: Source) -> None:
    assert list(mods.lost(source)) == changed(source, read_again(source, "mods"))


@draw(st.text(alphabet="<>/modsnamePrt;&! \n\r\"'=[]") | st.text())
def test_whatever_a_file_holds_is_read_or_refused(text: str) -> None:
    try:
        found = library(f"<mods><name>{text}</name></mods>")
    except UnreadableFile as error:
        assert error.place
        assert error.place.line
    else:
        assert len(list(found)) == len(found)
