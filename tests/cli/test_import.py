"""`loccit import`: the sources of other files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import LIBRARY, Call

RIS = "TY  - BOOK\nID  - {key}\nAU  - Doe, Jane\nTI  - {title}\nPY  - 2010\nDO  - {doi}\nER  - \n"


def test_import(call: Call, folder: Path, bib: Path) -> None:
    (folder / "one.ris").write_text(
        RIS.format(key="doe", title="A", doi="10.1/A")
        + RIS.format(key="b", title="B", doi="10.1/a")
    )
    (folder / "two.bib").write_text(LIBRARY + "@book{doe, title = {Other}}\n")
    result = call("import", "one.ris", "two.bib")
    assert result.exit_code == 0
    said = [line.partition(": ")[2] for line in result.stderr.splitlines()]
    assert said[0].endswith("added")
    assert "is there already" in said[1]
    assert said[2].startswith("`alexander2010` is there already, at bibliography")
    assert said[-1] == "2 added, 3 there already"
    assert bib.read_text("utf-8").startswith(LIBRARY)
    assert "{Other}" in bib.read_text("utf-8")
    before = bib.read_text("utf-8")
    assert call("import", "one.ris", "two.bib").stderr.endswith(
        ": 0 added, 5 there already\n"
    )
    assert bib.read_text("utf-8") == before


@pytest.mark.parametrize(
    ("data", "code", "said"),
    [
        (b"", 2, "loccit: -: There are no sources here: this is empty."),
        (
            b"prose",
            2,
            "loccit: -: What is on standard input is in no bibliography format that is known.",
        ),
        (b"@comment{none}", 0, "-: warning: There are no sources in this file."),
    ],
)
@pytest.mark.parametrize("command", ["import", "add"])
def test_that_nothing_is_there_is_said(
    call: Call, command: str, data: bytes, code: int, said: str
) -> None:
    result = call(command, "-", stdin=data)
    assert (result.exit_code, said in result.stderr) == (code, True)


def test_import_shows_first_what_it_would_do(call: Call, bib: Path) -> None:
    result = call("import", "--dry-run", "-", stdin=b"@book{doe, title = {A}}")
    assert "+@book{doe,\n+  title = {A},\n+}\n" in result.stdout
    assert bib.read_text("utf-8") == LIBRARY


def test_what_zotero_exports_gets_keys_to_cite_by(call: Call, bib: Path) -> None:
    item = {
        "id": "http://zotero.org/users/1/items/ABCD2345",
        "type": "book",
        "title": "What is Care?",
    }
    doe = {**item, "author": [{"family": "Doe"}], "issued": {"date-parts": [["2019"]]}}
    assert (
        "added as `what`"
        in call("import", "-", stdin=json.dumps([item]).encode()).stderr
    )
    assert (
        "added as `doe2019`"
        in call("import", "-", stdin=json.dumps([doe]).encode()).stderr
    )
    assert "@book{doe2019,\n" in bib.read_text("utf-8")


def test_import_without_a_library(call: Call, folder: Path, bib: Path) -> None:
    bib.unlink()
    result = call("import", "-", stdin=LIBRARY.encode())
    assert (result.exit_code, "--into bibliography/sources.bib" in result.stderr) == (
        2,
        True,
    )
    (bib.parent / "README.txt").write_text("Sources go here.")
    assert (
        call("import", "-", "--into", "new/mine.bib", stdin=LIBRARY.encode()).exit_code
        == 0
    )
    assert (
        (folder / "new" / "mine.bib")
        .read_text("utf-8")
        .startswith("@book{alexander2010,\n  author = ")
    )
