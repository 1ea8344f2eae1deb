"""A write leaves the old file or the new one, with the same permissions."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from loccit.atomic_write import write_atomically
from loccit.errors import UnwritableFile


def test_writes_and_leaves_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "essay.md"
    write_atomically(target, b"one")
    write_atomically(target, b"two")
    assert target.read_bytes() == b"two"
    assert [path.name for path in tmp_path.iterdir()] == ["essay.md"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
@pytest.mark.parametrize("mode", [0o600, 0o640, 0o755])
def test_keeps_permissions(tmp_path: Path, mode: int) -> None:
    target = tmp_path / "essay.md"
    target.write_bytes(b"old")
    target.chmod(mode)
    write_atomically(target, b"new")
    assert stat.S_IMODE(target.stat().st_mode) == mode


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    (tmp_path / "usual").touch()
    write_atomically(tmp_path / "new", b"")
    assert (tmp_path / "new").stat().st_mode == (tmp_path / "usual").stat().st_mode


def test_follows_a_symbolic_link(tmp_path: Path) -> None:
    (tmp_path / "real.md").write_bytes(b"old")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    write_atomically(tmp_path / "link.md", b"new")
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"new"


def test_refuses_a_read_only_file(tmp_path: Path) -> None:
    target = tmp_path / "essay.md"
    target.write_bytes(b"old")
    target.chmod(0o444)
    with pytest.raises(UnwritableFile, match="read-only"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"


@pytest.mark.parametrize("name", ["missing/essay.md", "."])
def test_says_what_can_not_be_written(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnwritableFile):
        write_atomically(tmp_path / name, b"new")


def test_a_failed_write_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "essay.md"
    target.write_bytes(b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(UnwritableFile, match="No space left on device"):
        write_atomically(target, b"new")
    assert target.read_bytes() == b"old"
    assert [path.name for path in tmp_path.iterdir()] == ["essay.md"]
