"""What a run keeps for the next one is there whole, or is not there."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import platformdirs
import pytest

from loccit._startup.kept import cache_folder, keep, kept


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
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


def test_no_unfinished_file_is_left(folder: Path) -> None:
    keep("thing", [1])
    target = only_file(folder)
    target.unlink()
    target.mkdir()
    keep("thing", [2])
    assert only_file(folder) == target
