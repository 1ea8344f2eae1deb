"""What a run keeps for the next one is there whole, or is not there."""

from __future__ import annotations

import marshal
import os
import sys
from importlib.util import source_hash
from pathlib import Path

import platformdirs
import pytest

from loccit._startup.kept import (
    cache_folder,
    keep,
    kept,
    kept_with_bytes,
    stamp_of,
    stamp_of_code,
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("loccit._startup.kept._is_used", True)
    monkeypatch.setattr(
        "loccit._startup.kept.cache_folder", lambda: str(tmp_path / "a" / "b")
    )
    return tmp_path / "a" / "b"


def only_file(folder: Path) -> Path:
    (file,) = folder.iterdir()
    return file


@pytest.mark.parametrize("variable", [None, "", " ", "/caches"])
def test_the_folder_is_the_one_that_the_system_has(
    monkeypatch: pytest.MonkeyPatch, variable: str | None
) -> None:
    if variable is None:
        monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    else:
        monkeypatch.setenv("XDG_CACHE_HOME", variable)
    assert Path(cache_folder()) == Path(platformdirs.user_cache_dir("loccit"))


def test_what_was_kept_is_found_again(folder: Path) -> None:
    value = {("a", 1): [b"b", None, 2.5]}
    assert kept("thing") is None
    keep("thing", value)
    assert kept("thing") == value
    assert kept("other") is None


def test_bytes_after_a_value_are_found_again(folder: Path) -> None:
    keep("thing", [1], after=b"after")
    value, after = kept_with_bytes("thing")
    assert (value, bytes(after)) == ([1], b"after")
    file = only_file(folder)
    file.write_bytes(file.read_bytes()[:-1])
    assert kept_with_bytes("thing")[0] is None


def test_a_value_with_another_stamp_is_as_if_missing(folder: Path) -> None:
    keep("thing", 1, ("a", 2))
    assert kept("thing", ("a", 2)) == 1
    assert kept("thing", ("a", 3)) is kept("thing") is None


def test_outside_the_command_nothing_is_kept(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep("thing", 1)
    monkeypatch.setattr("loccit._startup.kept._is_used", False)
    assert kept("thing") is None
    keep("other", 1)
    assert only_file(folder)


def test_a_file_of_something_else_is_as_if_missing(folder: Path) -> None:
    keep("thing", 1)
    for other in (b"", marshal.dumps(1), marshal.dumps([1, 2, 3]), b"\0\0"):
        size = len(other).to_bytes(8, "big")
        only_file(folder).write_bytes(source_hash(other) + size + other)
        assert kept("thing") is None


def test_the_stamp_of_code_changes_with_it(tmp_path: Path) -> None:
    (tmp_path / "room" / "__pycache__").mkdir(parents=True)
    module = tmp_path / "room" / "module.py"
    module.write_bytes(b"1")
    before = stamp_of_code(str(tmp_path)), stamp_of(module)
    (tmp_path / "room" / "notes.txt").write_bytes(b"no code")
    (tmp_path / "room" / "__pycache__" / "module.py").write_bytes(b"not looked at")
    assert before == (stamp_of_code(str(tmp_path)), stamp_of(module))
    os.utime(module, ns=(1, 1))
    after = stamp_of_code(str(tmp_path)), stamp_of(module)
    assert before[0] != after[0] and before[1] != after[1]


def test_a_file_that_was_cut_or_changed_is_as_if_missing(folder: Path) -> None:
    keep("thing", ["a" * 100])
    file = only_file(folder)
    data = file.read_bytes()
    for broken in (
        b"",
        data[:7],
        data[:50],
        data[:-1] + b"b",
        data[:20] + b"b" + data[21:],
    ):
        file.write_bytes(broken)
        assert kept("thing") is None


@pytest.mark.skipif(sys.platform == "win32", reason="files have no owner there")
def test_a_file_of_another_user_is_as_if_missing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep("thing", [1])
    other = os.geteuid() + 1
    monkeypatch.setattr("os.geteuid", lambda: other)
    assert kept("thing") is None


def test_where_nothing_can_be_written_nothing_is_kept(folder: Path) -> None:
    folder.parent.write_bytes(b"a file, where a folder should be")
    keep("thing", [1])
    assert kept("thing") is None


def test_old_files_are_deleted(folder: Path) -> None:
    keep("thing", [1])
    names = ("start.thing.0.0.1", "start.thing.1.tmp", "index", "start.new")
    for name in names:
        (folder / name).touch()
        if name != "start.new":
            os.utime(folder / name, (1e9, 1e9))
    keep("thing", [2])
    left = {file.name for file in folder.iterdir()}
    assert left & set(names) == {"index", "start.new"}
    assert kept("thing") == [2]


def test_no_unfinished_file_is_left(folder: Path) -> None:
    keep("thing", [1])
    target = only_file(folder)
    target.unlink()
    target.mkdir()
    keep("thing", [2])
    assert only_file(folder) == target
