"""Changes are undone as a whole, the last one first."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.drafting.sources.undo_changes import UndoableChanges
from loccit.errors import InvalidChange, UnwritableFile
from loccit.text_files.file_change import FileChange


def change(path: Path, after: bytes) -> dict[Path, FileChange]:
    made = FileChange(path.read_bytes(), after)
    path.write_bytes(after)
    return {path: made}


def test_the_last_change_is_undone_first(tmp_path: Path) -> None:
    path, other = tmp_path / "a.bib", tmp_path / "b.bib"
    path.write_bytes(b"1")
    other.write_bytes(b"1")
    changes = UndoableChanges()
    changes.remember("one", change(path, b"2"))
    changes.remember("both", change(path, b"3") | change(other, b"3"))
    changes.remember("nothing", {path: FileChange(b"3", b"3")})
    assert changes.undo().what == "both"
    assert (path.read_bytes(), other.read_bytes()) == (b"2", b"1")
    assert changes.undo().what == "one"
    assert path.read_bytes() == b"1"
    with pytest.raises(InvalidChange):
        changes.undo()


def test_all_of_a_change_or_nothing(tmp_path: Path) -> None:
    path, other = tmp_path / "a.bib", tmp_path / "b.bib"
    path.write_bytes(b"1")
    other.write_bytes(b"1")
    changes = UndoableChanges()
    changes.remember("both", change(path, b"2") | change(other, b"2"))
    other.write_bytes(b"theirs")
    with pytest.raises(UnwritableFile):
        changes.undo()
    assert path.read_bytes() == b"2"
    other.write_bytes(b"2")
    assert changes.undo().what == "both"  # it is not forgotten


def test_only_the_last_changes_are_remembered(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_bytes(b"")
    changes = UndoableChanges()
    for number in range(100):
        changes.remember(str(number), change(path, str(number).encode()))
    undone = 0
    while changes.last:
        changes.undo()
        undone += 1
    assert undone == 20
