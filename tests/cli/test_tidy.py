"""`loccit tidy`, as it is called."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.cli.conftest import LIBRARY, Call

MESSY = "% mine\r\n@Article{b, pages = {1-2}, month = {May}}\r\n@Article{a, pages = {3--4}, file = {a.pdf}}\r\n"


@pytest.fixture
def messy(folder: Path) -> Path:
    path = folder / "bibliography" / "sources.bib"
    path.write_bytes(MESSY.encode())
    return path


def test_without_an_action_they_are_listed(call: Call, messy: Path) -> None:
    result = call("tidy")
    rows = {
        name: int(changes)
        for changes, name in re.findall(
            r"^ +(\d+)  (--\S+)", result.stdout, re.MULTILINE
        )
    }
    assert (result.exit_code, result.stderr) == (0, "")
    assert {name for name, changes in rows.items() if changes} == {
        "--dashes", "--months", "--align", "--lowercase", "--sort-fields", "--sort", "--blank-lines"
    }  # fmt: skip
    assert rows["--dashes"] == 1 and rows["--align"] == 2
    assert messy.read_bytes() == MESSY.encode()


def test_a_diff_comes_first(call: Call, messy: Path) -> None:
    result = call("tidy", "--dashes")
    assert result.exit_code == 1
    assert [line for line in result.stdout.splitlines() if line[:1] in "+-"] == [
        f"--- {Path('bibliography', 'sources.bib')}",
        f"+++ {Path('bibliography', 'sources.bib')}",
        "-@Article{b, pages = {1-2}, month = {May}}",
        "+@Article{b, pages = {1--2}, month = {May}}",
    ]
    assert (
        result.stderr
        == f"{Path('bibliography', 'sources.bib')}: would be tidied: dashes 1; --write does it\n"
    )
    assert messy.read_bytes() == MESSY.encode()


def test_written_is_what_was_asked_for(call: Call, messy: Path) -> None:
    result = call("tidy", "--dashes", "--omit", "FILE", "--write")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (
        result.stderr
        == f"{Path('bibliography', 'sources.bib')}: tidied: dashes 1, omit 1\n"
    )
    tidy = MESSY.replace("{1-2}", "{1--2}").replace(", file = {a.pdf}", "").encode()
    assert messy.read_bytes() == tidy
    again = call("tidy", "--dashes", "--omit", "FILE", "--write")
    assert (again.exit_code, messy.read_bytes()) == (0, tidy)
    assert "is tidy already" in again.stderr
    assert sorted(path.name for path in messy.parent.iterdir()) == ["sources.bib"]


def test_files_by_name(call: Call, messy: Path, folder: Path) -> None:
    other = folder / "other.bib"
    other.write_text(LIBRARY, "utf-8")
    assert call("tidy", "other.bib", "--align", "--write").exit_code == 0
    assert messy.read_bytes() == MESSY.encode()
    assert "  author    = {Alexander, Michelle},\n" in other.read_text("utf-8")


def test_the_encoding_stays(call: Call, messy: Path) -> None:
    messy.write_bytes(
        b"% caf\xe9\n@book{a, title = {\\'Etude}}\n@book{b, title = {\\v{r}}}\n"
    )
    refused = call("tidy", "--unicode", "--write")
    assert refused.exit_code == 2
    assert "which lacks the character 'ř' (U+0159)" in refused.stderr
    messy.write_bytes(messy.read_bytes().replace(b"\\v{r}", b"r"))
    assert call("tidy", "--unicode", "--write").exit_code == 0
    assert (
        messy.read_bytes()
        == b"% caf\xe9\n@book{a, title = {\xc9tude}}\n@book{b, title = {r}}\n"
    )


def test_only_bib_files_are_tidied(call: Call, messy: Path, folder: Path) -> None:
    (folder / "bibliography" / "more.json").write_text("[]", "utf-8")
    refused = call("tidy", "bibliography/more.json", "--sort")
    assert (refused.exit_code, "Only .bib files are tidied" in refused.stderr) == (
        2,
        True,
    )
    assert "There is no such file" in call("tidy", "missing").stderr
    assert "more.json" not in call("tidy", "--sort").stderr
    messy.unlink()
    assert "There is no .bib file here" in call("tidy", "--sort").stderr


def test_a_broken_entry_is_reported_and_left(call: Call, messy: Path) -> None:
    messy.write_text("@book{a, pages = {1-2}}\n@book{b, pages = {1-2\n", "utf-8")
    result = call("tidy", "--dashes", "--write")
    assert result.exit_code == 0
    assert (
        f"{Path('bibliography', 'sources.bib')}:2:1: note: This entry is broken and was left as it is"
        in result.stderr
    )
    assert (
        messy.read_text("utf-8") == "@book{a, pages = {1--2}}\n@book{b, pages = {1-2\n"
    )
