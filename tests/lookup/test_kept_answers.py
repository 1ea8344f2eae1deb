"""What was asked is kept, and not asked again."""

from __future__ import annotations

import os
import sqlite3
import time
from pathlib import Path

import pytest

from loccit.errors import LookupFailed
from loccit.lookup import Web, identify, look_up
from loccit.lookup.kept_answers import KeptAnswers
from tests.lookup.conftest import Reply, Server, reply

DOI = "10.1000/a"
PATH = "/works/10.1000%2Fa"
RECORD = reply({"message": {"type": "book", "title": ["Walls"]}})


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "answers.sqlite"


def title(file: Path) -> str:
    """Look a work up as a new run does."""
    identifier = identify(DOI)
    assert identifier
    return look_up(identifier, Web(kept=KeptAnswers(file))).source.text("title")


def test_an_answer_is_asked_for_once(server: Server, file: Path) -> None:
    server.answers(PATH, RECORD)
    assert title(file) == title(file) == "Walls"
    assert len(server.asked) == 1


def test_nothing_is_an_answer_too(server: Server, file: Path) -> None:
    for _ in range(2):
        with pytest.raises(LookupFailed, match="know no DOI"):
            title(file)
    assert len(server.asked) == 3  # Crossref, DataCite and doi.org, once


@pytest.mark.parametrize(
    "failure",
    [
        Reply(b"<html>Please log in</html>", content_type="text/html"),
        Reply(b'{"message": {"title": ["Wa'),
        Reply(b"", 403),
        RECORD._replace(headers=(("Content-Length", "9999"),)),
    ],
    ids=["log-in page", "cut", "forbidden", "breaks off"],
)
def test_failures_are_not_kept(server: Server, file: Path, failure: Reply) -> None:
    server.answers(PATH, failure)
    with pytest.raises(LookupFailed):
        title(file)
    server.answers(PATH, RECORD)
    assert title(file) == "Walls"


def test_old_answers_are_asked_for_again(server: Server, file: Path) -> None:
    server.answers(PATH, RECORD)
    title(file)
    with sqlite3.connect(file) as database:
        database.execute("UPDATE answers SET time = ?", (time.time() - 40 * 86400,))
    database.close()
    title(file)
    assert len(server.asked) == 2


def test_a_damaged_file_is_replaced(server: Server, file: Path) -> None:
    file.parent.mkdir()
    file.write_bytes(b"This is not a database. " * 99)
    server.answers(PATH, RECORD)
    assert title(file) == title(file) == "Walls"
    assert len(server.asked) == 1


@pytest.mark.skipif(os.name == "nt", reason="folders have other rights there")
def test_a_folder_that_cannot_be_written(server: Server, file: Path) -> None:
    file.parent.write_text("a file is in the place of the folder")
    server.answers(PATH, RECORD)
    assert title(file) == title(file) == "Walls"
    assert len(server.asked) == 2
