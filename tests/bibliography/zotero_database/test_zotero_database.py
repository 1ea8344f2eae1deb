"""Zotero's database as a file of sources."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from loccit.bibliography import open_library
from loccit.errors import UnreadableFile
from loccit.model import Name
from tests.zotero_sqlite import COLLECTIONS, ENTRIES, Entry, Person, make_database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return make_database(tmp_path / "zotero.sqlite", ENTRIES, COLLECTIONS)


def test_its_items_are_sources(path: Path) -> None:
    library = open_library(path)
    assert library.keys() == (
        "carson2020",
        "brown1954",
        "reagon1983",
        "examplegroup2019",
    )
    report = library.require("carson2020")
    assert report.type == "report"
    assert report.text("number") == "NCJ 255115"
    assert report.text("publisher") == "Bureau of Justice Statistics"
    case = library.require("brown1954")
    assert (case.type, case.text("container-title")) == ("legal_case", "U.S.")
    assert (case.text("volume"), case.text("page")) == ("347", "483")
    chapter = library.require("reagon1983")
    assert chapter.text("container-title").startswith("Home girls")
    assert chapter.names("editor") == (Name("Smith", "Barbara"),)
    assert chapter.text("publisher-place") == "New York"
    talk = library.require("examplegroup2019")
    assert talk.names("author") == (Name(literal="Example Group"),)
    assert talk.text("event-place") == "Chicago, IL, United States"
    assert talk.text("genre") == "Conference presentation"


@pytest.mark.parametrize(
    ("stored", "start"),
    [
        ("2020-10-00 October 2020", (2020, 10, None)),
        ("1954-05-17 May 17, 1954", (1954, 5, 17)),
        ("1983-00-00 1983", (1983, None, None)),
        ("2024-11-03 12:30:00", (2024, 11, 3)),
        ("0000-00-00 n.d.", None),
    ],
)
def test_dates(tmp_path: Path, stored: str, start: tuple[object, ...] | None) -> None:
    entry = Entry("A", "book", {"title": "A", "date": stored})
    library = open_library(make_database(tmp_path / "zotero.sqlite", [entry]))
    [source] = library
    issued = source.date("issued")
    assert issued
    found = issued.start
    assert (found and (found.year, found.month, found.day)) == start


def test_a_season_is_read_as_it_was_typed(tmp_path: Path) -> None:
    entry = Entry("A", "book", {"title": "A", "date": "2018-00-00 Spring 2018"})
    [source] = open_library(make_database(tmp_path / "zotero.sqlite", [entry]))
    issued = source.date("issued")
    assert issued and issued.start
    assert (issued.start.year, issued.season) == (2018, 1)


@pytest.mark.parametrize(
    ("type_", "role"),
    [
        ("film", "director"),
        ("podcast", "podcaster"),
        ("patent", "inventor"),
        ("interview", "interviewee"),
        ("computerProgram", "programmer"),
        ("book", "author"),
    ],
)
def test_the_first_role_of_a_type_is_its_author(
    tmp_path: Path, type_: str, role: str
) -> None:
    entry = Entry("A", type_, {"title": "A"}, [Person(role, "Doe", "Jane")])
    file = open_library(make_database(tmp_path / "zotero.sqlite", [entry])).files[1]
    source = file.read(0).source
    assert source
    assert source.names("author") == (Name("Doe", "Jane"),)


def test_a_collection_is_named_like_a_file(path: Path) -> None:
    assert open_library(path / "Law").keys() == ("brown1954",)
    thesis = ("carson2020", "brown1954", "reagon1983")
    assert open_library(path / "Thesis").keys() == thesis
    assert open_library(path / "Thesis" / "Law").keys() == ("brown1954",)
    assert open_library(path / "Empty").keys() == ()
    with pytest.raises(UnreadableFile) as caught:
        open_library(path / "Thesi")
    assert "Zotero has no collection `Thesi`." in str(caught.value)
    assert "`Thesis`, `Law`, `Empty`" in str(caught.value)


def test_items_without_a_key_are_reported_once(path: Path) -> None:
    [problem] = open_library(path).problems
    assert (problem.rule, problem.severity) == ("missing-key", "note")
    assert "2 items have no citation key" in problem.message
    assert "such as `brown1954`" in problem.message


def test_it_is_read_while_zotero_has_locked_it(path: Path) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as zotero:
        zotero.execute("PRAGMA locking_mode = EXCLUSIVE")
        zotero.execute("BEGIN EXCLUSIVE")
        assert len(open_library(path)) == 4
        zotero.execute("ROLLBACK")


def test_nothing_is_written_or_left_beside_it(path: Path) -> None:
    data, before = path.read_bytes(), sorted(path.parent.iterdir())
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        list(open_library(path))
    finally:
        path.parent.chmod(0o755)
    assert path.read_bytes() == data
    assert sorted(path.parent.iterdir()) == before


@pytest.mark.parametrize("data", [b"", b"prose", b"SQLite format 3\0" + b"\0" * 200])
def test_another_file_is_refused(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "zotero.sqlite"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile) as caught:
        open_library(path)
    assert "This is not Zotero's database" in str(caught.value)


def test_a_name_with_what_addresses_escape(tmp_path: Path) -> None:
    folder = tmp_path / "A b%20c?#"
    if os.name == "nt":
        folder = tmp_path / "A b%20c#"
    assert len(open_library(make_database(folder / "zotero.sqlite", ENTRIES))) == 4


def test_files_are_linked_as_other_programs_do(tmp_path: Path) -> None:
    files = {
        "FILE2345": "storage:Doe; Roe - 2001.pdf",
        "FILE2346": "/home/doe/Roe.pdf",
        "FILE2347": "attachments:elsewhere.pdf",
    }
    entry = Entry("A", "book", {"title": "A"}, files=files)
    [source] = open_library(make_database(tmp_path / "zotero.sqlite", [entry]))
    stored = f"{tmp_path}/storage/FILE2345/Doe\\; Roe - 2001.pdf"
    assert source.custom["file"] == f":{stored}:PDF;:/home/doe/Roe.pdf:PDF"


def test_a_database_without_attachments_is_read(tmp_path: Path) -> None:
    path = make_database(tmp_path / "zotero.sqlite", ENTRIES)
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("DROP TABLE itemAttachments")
    assert open_library(path).keys()
