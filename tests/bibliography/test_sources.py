"""The project's own bibliography/: complete, right, and readable by others."""

from __future__ import annotations

import json
import subprocess

import pytest

from loccit.bibliography import open_library
from loccit.model import Name, Source
from tests.paths import ROOT

FOLDER = ROOT / "bibliography"
LIBRARY = open_library([FOLDER])
SOURCES = list(LIBRARY)

#: What an APA 7 reference of a type needs (Publication Manual, chapter 10), beside
#: author, date and title.
NEEDED = {
    "article-journal": ["container-title", "volume", "issue", "page", "DOI"],
    "article-magazine": ["container-title", "volume", "issue", "page"],
    "article-newspaper": ["container-title", "URL"],
    "book": ["publisher"],
    "chapter": ["container-title", "page", "publisher"],
    "motion_picture": ["publisher", "genre"],
    "report": [],
    "thesis": ["genre", "publisher"],
    "webpage": ["URL"],
}


def key(source: Source) -> str:
    return source.key


def test_it_reads_without_a_word() -> None:
    assert len(SOURCES) == len(LIBRARY) > 0
    assert LIBRARY.problems == ()


@pytest.mark.parametrize("source", SOURCES, ids=key)
def test_a_source_is_complete(source: Source) -> None:
    assert source.names("author") or source.names("director")
    assert source.date("issued") or source.type == "webpage"
    missing = [
        variable
        for variable in ["title", *NEEDED[source.type]]
        if not source.text(variable)
    ]
    assert not missing
    assert source.text("publisher") or source.text("DOI") or source.text("URL")


@pytest.mark.parametrize("source", SOURCES, ids=key)
def test_names_are_in_their_parts(source: Source) -> None:
    for name in (
        source.names("author") + source.names("editor") + source.names("director")
    ):
        assert (
            name == Name(literal=name.literal)
            if name.literal
            else name.family and name.given
        )


@pytest.mark.parametrize(
    "source", [source for source in SOURCES if source.text("ISBN")], ids=key
)
def test_an_isbn_has_its_check_digit(source: Source) -> None:
    digits = [int(digit) for digit in source.text("ISBN") if digit.isdecimal()]
    assert len(digits) == 13
    assert (
        sum(digit * (3 if place % 2 else 1) for place, digit in enumerate(digits)) % 10
        == 0
    )


@pytest.mark.parametrize(
    "source", [source for source in SOURCES if source.text("DOI")], ids=key
)
def test_a_doi_is_one(source: Source) -> None:
    prefix, _, suffix = source.text("DOI").partition("/")
    assert prefix.startswith("10.") and suffix


def test_group_authors_are_whole() -> None:
    groups = {
        source.key: name.literal
        for source in LIBRARY
        for name in source.names("author")
        if name.literal
    }
    assert groups == {
        "nasw2021": "National Association of Social Workers",
        "nmaahc": "National Museum of African American History and Culture",
        "usdoj2015": "U.S. Department of Justice, Civil Rights Division",
    }


def test_pandoc_reads_the_same_people_and_years() -> None:
    pypandoc = pytest.importorskip("pypandoc")
    command = [
        pypandoc.get_pandoc_path(),
        "-f",
        "biblatex",
        "-t",
        "csljson",
        str(FOLDER / "sources.bib"),
    ]
    items = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    theirs = {
        item["id"]: (
            [name.get("family") or name["literal"] for name in item.get("author", [])],
            item.get("issued", {}).get("date-parts"),
            item["type"],
        )
        for item in items
    }
    ours = {}
    for source in LIBRARY:
        issued = source.date("issued")
        parts = (
            [
                part
                for part in (issued.start.year, issued.start.month, issued.start.day)
                if part
            ]
            if issued and issued.start
            else None
        )
        people = [name.family or name.literal for name in source.names("author")]
        ours[source.key] = (people, [parts] if parts else None, source.type)
    assert ours == theirs
