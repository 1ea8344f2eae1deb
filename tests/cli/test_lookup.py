"""`loccit add` with identifiers, against a server on this machine."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.conftest import Call
from tests.lookup.conftest import Reply, Server, server

__all__ = ["server"]  # the fixture

BOOK = {
    "type": "book",
    "title": ["City of Walls"],
    "author": [{"family": "Moss", "given": "Ada"}],
    "DOI": "10.1000/a",
}
RECORD = Reply(
    json.dumps({"message": {**BOOK, "issued": {"date-parts": [[2019]]}}}).encode()
)


def library(folder: Path) -> str:
    path = folder / "library.bib"
    path.write_text("% mine\n")
    return str(path)


def test_what_is_found_is_added_and_what_is_not_is_said(
    call: Call, server: Server, tmp_path: Path
) -> None:
    server.answers("/works/10.1000%2Fa", RECORD)
    path = library(tmp_path)
    result = call(
        "add", "10.1000/a", "10.1000/nothing", "rubbish", "--into", path, "-b", path
    )
    assert result.exit_code == 1
    assert (
        "10.1000/nothing: error: Crossref, DataCite and doi.org know no DOI 10.1000/nothing."
        in result.stderr
    )
    assert "rubbish: error: This is not a DOI" in result.stderr
    text = Path(path).read_text()
    assert text.startswith("% mine\n")
    assert "@book{moss2019," in text and "City of Walls" in text
    server.answers("/works/10.1000%2FA", RECORD)
    again = call("add", "https://doi.org/10.1000/A", "--into", path, "-b", path)
    assert again.exit_code == 0
    assert Path(path).read_text() == text


def test_nothing_found_changes_nothing(
    call: Call, server: Server, tmp_path: Path
) -> None:
    path = library(tmp_path)
    result = call("add", "10.1000/nothing", "--into", path, "-b", path)
    assert result.exit_code == 1
    assert Path(path).read_text() == "% mine\n"
    assert "Traceback" not in result.stderr


def test_a_retraction_is_said(call: Call, server: Server, tmp_path: Path) -> None:
    update = [{"type": "retraction", "DOI": "10.1000/r"}]
    server.answers(
        "/works/10.1000%2Fa",
        Reply(json.dumps({"message": {**BOOK, "updated-by": update}}).encode()),
    )
    path = library(tmp_path)
    result = call("add", "10.1000/a", "--into", path, "-b", path)
    assert (
        "10.1000/a: warning: This work was retracted. See https://doi.org/10.1000/r."
        in result.stderr
    )


def test_a_page_of_a_version_asks_for_the_work(
    call: Call, server: Server, tmp_path: Path
) -> None:
    path = library(tmp_path)
    page = "https://www.biorxiv.org/content/10.1101/2020.01.01.123456v2.full.pdf"
    server.answers("/works/10.1101%2F2020.01.01.123456", RECORD)
    assert call("add", page, "--into", path, "-b", path).exit_code == 0
    assert [path for path, _ in server.asked] == ["/works/10.1101%2F2020.01.01.123456"]
