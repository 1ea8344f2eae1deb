"""A library's files on the disk: many processes at once, kills at any moment, disks
that are full.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from loccit.bibliography import open_library
from loccit.editing.library_file import edit_file
from loccit.errors import InvalidChange, LoccitError, UnreadableFile, UnwritableFile
from loccit.model import Source

BIB = "% mine\n@book{a,\n  title = {Zoë},\n}\n"

ADD = """
import sys
from pathlib import Path
from loccit.editing.library_file import edit_file
from loccit.model import Source
for number in range(int(sys.argv[3])):
    key = f"{sys.argv[2]}{number}"
    source = Source(key, "book", {"title": "x" * 2000})
    edit_file(Path(sys.argv[1]), lambda file: (file.add([source]), [*file.keys, key]))
    print(key, flush=True)
"""


def adding(path: Path, name: str, count: int) -> subprocess.Popen[bytes]:
    """A process that adds sources one by one."""
    command = [sys.executable, "-c", ADD, str(path), name, str(count)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def change(path: Path, key: str, title: str = "New", patience: float = 20.0) -> None:
    source = Source(key, "book", {"title": title}, headline=True)
    edit_file(
        path, lambda file: (file.add([source]), [*file.keys, key]), patience=patience
    )


def test_many_writers_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(BIB, "utf-8")
    processes = [adding(path, name, 8) for name in ("p", "q", "r", "s")]
    assert [process.communicate()[1] for process in processes] == [b""] * 4
    assert set(open_library(path).keys()) == {
        "a",
        *(f"{name}{n}" for name in "pqrs" for n in range(8)),
    }
    assert path.read_text("utf-8").startswith(BIB)
    assert [file.name for file in tmp_path.iterdir()] == ["a.bib"]


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX signals")
def test_a_kill_leaves_the_old_file_or_the_new_one(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(BIB, "utf-8")
    chance = random.Random(5)
    for turn in range(8):
        process = adding(path, f"t{turn}n", 1000)
        assert process.stdout and process.stdout.readline()
        time.sleep(chance.random() * 0.2)
        process.send_signal(signal.SIGKILL)
        process.communicate()
        text = path.read_text("utf-8")
        assert text.startswith(BIB) and text.endswith("}\n")
        assert not open_library(path).problems
    change(path, "after", patience=1.0)
    assert len(open_library(path)) > 8
    assert open_library(path).keys()[-1] == "after"
    assert [file.name for file in tmp_path.iterdir()] == ["a.bib"]


def test_a_lock_that_another_holds_is_said(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(BIB, "utf-8")
    hold = "import sys, time, pathlib\nfrom loccit.editing.library_file import locked\n"
    hold += "with locked([pathlib.Path(sys.argv[1])]):\n print('held', flush=True)\n time.sleep(60)"
    process = subprocess.Popen(
        [sys.executable, "-c", hold, str(path)], stdout=subprocess.PIPE
    )
    assert process.stdout and process.stdout.readline()
    try:
        with pytest.raises(
            UnwritableFile, match="Another program is changing this file"
        ):
            change(path, "b", patience=0.2)
    finally:
        process.kill()
        process.communicate()
    assert path.read_text("utf-8") == BIB
    change(path, "b", patience=1.0)  # the lock went with the process


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX limits")
def test_a_full_disk_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(BIB * 2000, "utf-8")
    limit = "import resource, signal\nsignal.signal(signal.SIGXFSZ, signal.SIG_IGN)\n"
    limit += "resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))\n"
    done = subprocess.run(
        [sys.executable, "-c", limit + ADD, str(path), "x", "1"],
        capture_output=True,
        check=False,
    )
    assert b"UnwritableFile" in done.stderr and b"can't be written" in done.stderr
    assert path.read_text("utf-8") == BIB * 2000
    assert [file.name for file in tmp_path.iterdir()] == ["a.bib"]


def test_a_read_only_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(BIB, "utf-8")
    path.chmod(0o444)
    with pytest.raises(UnwritableFile, match="read-only"):
        change(path, "b")
    assert path.read_text("utf-8") == BIB


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    path = tmp_path / "folder" / "real.bib"
    path.write_text(BIB, "utf-8")
    link = tmp_path / "link.bib"
    link.symlink_to(path)
    change(link, "b")
    assert link.is_symlink()
    assert open_library(path).keys() == ("a", "b")


ENCODINGS = {
    "UTF-8": BIB.encode(),
    "byte order mark": b"\xef\xbb\xbf" + BIB.encode(),
    "Latin-1": BIB.encode("latin-1"),
    "bytes that Windows-1252 leaves open": BIB.encode("latin-1") + b"% \x81\x90\n",
    "UTF-16": BIB.encode("utf-16"),
    "UTF-16, big end first": b"\xfe\xff" + BIB.encode("utf-16-be"),
    "CRLF": BIB.replace("\n", "\r\n").encode(),
    "CR": BIB.replace("\n", "\r").encode(),
    "mixed line ends": BIB.encode() + b"% one\r\n% two\r% three",
    "no last line end": BIB.rstrip().encode(),
}


@pytest.mark.parametrize("data", ENCODINGS.values(), ids=ENCODINGS)
def test_every_other_byte_stays(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(data)
    edit_file(path, lambda file: ([], file.keys))
    assert path.read_bytes() == data
    change(path, "b", "Müller")
    changed = path.read_bytes()
    same = next(
        (
            n
            for n, (old, new) in enumerate(zip(data, changed, strict=False))
            if old != new
        ),
        len(data),
    )
    assert len(changed) > len(data)
    assert changed.endswith(data[same:])
    source = open_library(path).get("b")
    assert source and source.text("title") == "Müller"
    edit_file(path, lambda file: (file.remove(["b"]), ["a"]))
    assert (
        path.read_bytes().rstrip() == data.rstrip()
        or b"% three" in data
        or b"\x81" in data
    )


def test_a_letter_that_the_encoding_has_not_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(BIB.encode("latin-1"))
    with pytest.raises(
        UnwritableFile,
        match=r"in Windows-1252, which lacks the character 'Ł' \(U\+0141\)",
    ):
        change(path, "b", "Łódź")
    assert path.read_bytes() == BIB.encode("latin-1")


def test_a_change_that_would_hide_other_entries_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text(BIB, "utf-8")
    with pytest.raises(InvalidChange, match="unreadable"):
        edit_file(path, lambda file: (file.rename({"a": "b"}), ["a"]))
    assert path.read_text("utf-8") == BIB


def test_an_anchor_that_others_need_stays(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("- &x\n  id: a\n  type: book\n- <<: *x\n  id: b\n")
    before = path.read_bytes()
    with pytest.raises(InvalidChange, match="unreadable"):
        edit_file(path, lambda file: (file.remove(["a"]), ["b"]))
    edit_file(path, lambda file: (file.change("b", {"title": "B"}), file.keys))
    assert path.read_bytes() == before + b"  title: B\n"


@pytest.mark.parametrize("name", ["missing.bib", "missing/a.bib"])
def test_what_is_not_there_is_said(tmp_path: Path, name: str) -> None:
    with pytest.raises(LoccitError):
        change(tmp_path / name, "b")


def test_a_file_that_would_not_stay_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(BIB.encode("utf-16") + b"\x00\xd8")
    with pytest.raises(UnreadableFile, match="Not all of this file is UTF-16"):
        change(path, "b")


def test_formats_that_are_not_changed_in_place(tmp_path: Path) -> None:
    path = tmp_path / "a.ris"
    path.write_text("TY  - BOOK\nTI  - A\nER  - \n")
    with pytest.raises(InvalidChange, match="ris"):
        edit_file(path, lambda file: ([], file.keys))
