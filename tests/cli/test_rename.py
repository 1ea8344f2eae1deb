"""`loccit rename`: another key, in the library and in the essays."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import LIBRARY, Call, essay


def test_rename(call: Call, folder: Path, bib: Path) -> None:
    bib.write_text(LIBRARY + "@inbook{c, crossref = {alexander2010}}\n")
    one = essay(
        folder / "essays",
        "---\nnocite: |\n  @jimenez2014, @alexander2010\nabstract: x@alexander2010\n---\n"
        "[see @alexander2010, p. 3; -@alexander2010; @alexander2010b] @alexander2010's `@alexander2010`\r\n"
        "\\@alexander2010 @{alexander2010}s\n\n> a\n> [@alexander2010]\n",
    )
    (folder / "essays" / "deep").mkdir()
    two = essay(folder / "essays", "So @alexander2010.\n", "deep/two.txt")
    own = essay(
        folder / "essays",
        "---\nreferences:\n- id: alexander2010\n  type: book\n---\n@alexander2010\n",
        "own.md",
    )
    before = own.read_text()
    result = call("rename", "alexander2010", "crow10")
    assert result.exit_code == 0, result.stderr
    assert one.read_bytes().decode() == (
        "---\nnocite: |\n  @jimenez2014, @crow10\nabstract: x@alexander2010\n---\n"
        "[see @crow10, p. 3; -@crow10; @alexander2010b] @crow10's `@alexander2010`\r\n"
        "\\@alexander2010 @{crow10}s\n\n> a\n> [@crow10]\n"
    )
    assert two.read_text() == "So @crow10.\n"
    assert own.read_text() == before
    assert bib.read_text("utf-8") == (
        LIBRARY + "@inbook{c, crossref = {alexander2010}}\n"
    ).replace("alexander2010", "crow10")


@pytest.mark.parametrize("encoding", ["utf-16", "windows-1252"])
def test_rename_in_essays_of_other_encodings(
    call: Call, folder: Path, bib: Path, encoding: str
) -> None:
    bib.write_text(LIBRARY + "@book{müller1999, title = {A}}\n", "utf-8")
    path = essay(folder / "essays", "", "other.md")
    path.write_bytes("Café @müller1999.\n".encode(encoding))
    assert call("rename", "müller1999", "mueller").exit_code == 0
    assert path.read_bytes() == "Café @mueller.\n".encode(encoding)


@pytest.mark.parametrize("name", ["closed.md", "closed/one.md"])
def test_nothing_changes_where_an_essay_may_not_be_read(
    call: Call, folder: Path, bib: Path, name: str
) -> None:
    closed = folder / "essays" / Path(name).parts[0]
    (folder / "essays" / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / "essays" / name).write_text("So @alexander2010.\n")
    closed.chmod(0o000)
    if os.access(closed, os.R_OK):
        pytest.skip("who may read everything is refused nothing")
    try:
        for command in (
            ["rename", "alexander2010", "crow10"],
            ["remove", "alexander2010"],
        ):
            result = call(*command)
            assert (result.exit_code, "is not permitted" in result.stderr) == (
                2,
                True,
            ), command
    finally:
        closed.chmod(0o700)
    assert bib.read_text("utf-8") == LIBRARY


@pytest.mark.parametrize(
    ("old", "new", "said", "code"),
    [
        ("alexander2010", "jimenez2014", "The key `jimenez2014` is taken.", 2),
        ("alexander2010", "a key", "can't be a key in a .bib file", 2),
        ("nobody", "a", "No source has the key `nobody`", 1),
    ],
)
def test_a_rename_that_can_not_be(
    call: Call, folder: Path, bib: Path, old: str, new: str, said: str, code: int
) -> None:
    one = essay(folder / "essays", "@alexander2010\n")
    result = call("rename", old, new)
    assert (result.exit_code, said in result.stderr) == (code, True), result.stderr
    assert (bib.read_text("utf-8"), one.read_text()) == (LIBRARY, "@alexander2010\n")


def test_a_rename_is_for_all_or_none(call: Call, folder: Path, bib: Path) -> None:
    one = essay(folder / "essays", "@alexander2010\n")
    two = essay(folder / "essays", "@alexander2010\n", "two.md")
    two.chmod(0o444)
    result = call("rename", "alexander2010", "crow10")
    assert (result.exit_code, "read-only" in result.stderr) == (2, True)
    assert (bib.read_text("utf-8"), one.read_text(), two.read_text()) == (
        LIBRARY,
        "@alexander2010\n",
        "@alexander2010\n",
    )
    assert not list(folder.rglob(".*"))


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_a_killed_rename_is_all_or_nothing_after_the_next_change(
    folder: Path, bib: Path
) -> None:
    for number in range(60):
        essay(folder / "essays", "@alexander2010 and @crow10\n", f"{number}.md")
    bib.write_text(LIBRARY.replace("alexander2010", "crow10"), "utf-8")
    chance = random.Random(3)
    old, new = "crow10", "alexander2010"
    for _ in range(6):
        for path in (folder / "essays").glob("*.md"):
            path.write_text(f"@{old}\n")
        bib.write_text(LIBRARY.replace("alexander2010", old), "utf-8")
        process = subprocess.Popen(
            [sys.executable, "-m", "loccit", "rename", old, new], cwd=folder
        )
        time.sleep(0.3 + chance.random() * 0.5)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        subprocess.run(
            [sys.executable, "-m", "loccit", "edit", "jimenez2014", "note=N"],
            cwd=folder,
            check=True,
        )
        texts = {path.read_text() for path in (folder / "essays").glob("*.md")}
        key = new if new in bib.read_text("utf-8") else old
        assert texts == {f"@{key}\n"}
        assert not list((folder / "bibliography").glob(".loccit*"))
