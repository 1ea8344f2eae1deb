"""Entries of .bib files as CSL items, and their problems."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given as draw
from hypothesis import settings
from hypothesis import strategies as st

from loccit.bibliography import Library, open_library, write_sources
from loccit.bibliography.formats import bibtex
from loccit.model import Source
from tests.bibliography.described import described


def library(text: str) -> Library:
    return Library([bibtex.read(text, "a.bib")])


def test_entries(given: str, expected: str) -> None:
    assert described(library(given)) == expected


def test_an_entry_is_written_as_it_is_in_its_file() -> None:
    entry = '@Book{a,\n title = "The {New} {\\"U}ber",  % mine\n jabref-field = {kept},\n\tyear=2010 }'
    source = library(f"junk\n{entry}\nmore").get("a")
    assert source and write_sources([source], "bibtex") == entry + "\n"


def test_an_entry_that_leans_on_others_is_written_whole() -> None:
    found = library(
        "@string{tnp = {The New Press}}\n"
        "@incollection{a, title = {A}, publisher = tnp, crossref = {b}, x-field = {kept}}\n"
        "@collection{b, title = {B}, editor = {Smith, Barbara}}"
    )
    source = found.get("a")
    assert source
    alone = library(write_sources([source], "bibtex")).get("a")
    assert alone and alone.variables == source.variables
    assert "x-field" in alone.original


@pytest.mark.parametrize(
    "source",
    [
        Source("a", "motion_picture", {"title": "13th", "genre": "Film"}),
        Source(
            "b",
            "thesis",
            {"title": "A", "genre": "Master’s thesis", "publisher": "UCLA"},
        ),
        Source(
            "c",
            "article-newspaper",
            {
                "title": "A",
                "container-title": "The Times",
                "URL": "https://a.b/c_d?e=%20&f~g",
            },
        ),
        Source(
            "d",
            "chapter",
            {
                "title": "A",
                "container-title": "B",
                "page": "1-2",
                "collection-number": "3",
            },
        ),
        Source(
            "e",
            "report",
            {"title": "A", "number": "7", "publisher": "Verso and Sons; ACME"},
        ),
        Source(
            "f",
            "article-journal",
            {"title": "A", "volume": "1", "issue": "2", "language": "en-US"},
        ),
        Source("g", "webpage", {"title": "A <i>B</i> & 100%", "URL": "https://a.b/"}),
        Source("h", "legal_case", {"title": "A v. B", "DOI": "10.1000/a_b"}),
        Source(
            "i",
            "article-journal",
            {"title": "A", "volume": "1", "number": "e1", "page": "e1"},
        ),
        Source("j", "software", {"title": "A", "version": "1.0", "status": "in press"}),
    ],
    ids=lambda source: source.type,
)
def test_a_source_from_elsewhere_is_written_and_read_again(source: Source) -> None:
    source = replace(source, headline=True)
    again = library(write_sources([source], "bibtex")).get(source.key)
    assert again and replace(again, place=source.place) == source


@pytest.mark.parametrize(
    ("data", "title"),
    [
        ("@book{a, title = {Zoë}}".encode(), "Zoë"),
        (b"\xef\xbb\xbf" + "@book{a, title = {Zoë}}".encode(), "Zoë"),
        ("@book{a, title = {Zoë}}".encode("utf-16"), "Zoë"),
        ("@book{a,\r\n  title = {Zoë\r\n and I},\r\n}\r\n".encode(), "Zoë and I"),
        ("@book{a,\r  title = {Zoë}}".encode(), "Zoë"),
        ("@book{a, title = {Zoë’s}}".encode("cp1252"), "Zoë’s"),
        (b"@book{a, title = {Zo\x00}}", "Zo\x00"),
    ],
    ids=["UTF-8", "byte order mark", "UTF-16", "CRLF", "CR", "Windows-1252", "NUL"],
)
def test_encodings(tmp_path: Path, data: bytes, title: str) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(data)
    found = open_library([path])
    source = found.get("a")
    assert source and source.text("title") == title
    told = [problem.rule for problem in found.problems]
    assert told == (["not-utf-8"] if b"\x92" in data else [])


def test_capitals_are_kept_in_a_title_in_sentence_case() -> None:
    title = 'The new Jim Crow: Mass <i>US</i> incarceration after <span class="nocase">the War</span>'
    written = write_sources([Source("a", "book", {"title": title})], "bibtex")
    assert (
        r"title = {The new {Jim Crow}: Mass \emph{{US}} incarceration after {the War}}"
        in written
    )
    assert "{Jim" not in write_sources(
        [Source("a", "book", {"title": title}, headline=True)], "bibtex"
    )


def test_a_long_key() -> None:
    key = "k" * 10_000
    source = library(f"@book{{{key}, title = {{A}}}}").get(key)
    assert source and source.text("title") == "A"


def test_only_what_is_asked_for_is_parsed() -> None:
    found = library("@book{a, title = {A}}\n@book{b, title = {B} year = 2010}")
    assert found.get("a") and not found.problems
    assert found.get("b") and [problem.rule for problem in found.problems] == [
        "missing-comma"
    ]
    assert found.problems_of("b") == found.problems
    assert found.problems_of("a") == () == found.problems_of("none")


def test_errors_of_the_scan_are_reported_once_and_before_reading() -> None:
    found = library("@book{a, title = {A\n\n@book{b, title = {B}}")
    (problem,) = found.problems
    assert found.problems_of("a")[0] == problem
    assert [problem.rule for problem in found.problems] == [
        "unclosed-entry",
        "unclosed-field",
    ]


@settings(max_examples=200)
@draw(
    st.binary()
    | st.lists(
        st.sampled_from(
            [
                b"@book{",
                b"k",
                b",",
                b"title",
                b" = ",
                b"{",
                b"}",
                b'"',
                b"#",
                b"\n",
                b"\\",
                b"crossref={k}",
                b"\xff",
                b"\x00",
                b"year=2",
                b"(",
                b")",
                b"@string{",
                b"author={a and b}",
            ]
        )
    ).map(b"".join)
)
def test_whatever_a_file_holds_is_read(data: bytes) -> None:
    from loccit.text_files.encoding import decode

    text = decode(data, "a.bib").text
    found = library(text)
    list(found)
    lines = text.count("\n") + 1
    for problem in found.problems:
        assert 1 <= problem.place.line <= lines and problem.place.column >= 1, problem


def test_entries_and_abbreviations_of_other_files(tmp_path: Path) -> None:
    (tmp_path / "a.bib").write_text(
        "@incollection{a, crossref = {b}, title = {A}, series = s}", "utf-8"
    )
    (tmp_path / "b.bib").write_text(
        "@string{s = {Series}} @collection{b, title = {B}, publisher = p}", "utf-8"
    )
    (tmp_path / "c.bib").write_text(
        "@string{p = {Press}} @string{s = {Another}} @book{c, series = s}", "utf-8"
    )
    found = open_library([tmp_path])
    chapter, book = found.get("a"), found.get("c")
    assert chapter and book and not found.problems
    assert chapter.variables == {
        "title": "A",
        "container-title": "B",
        "collection-title": "Series",
        "publisher": "Press",
    }
    assert book.text("collection-title") == "Another"
