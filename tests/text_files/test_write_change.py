"""Changed files are written, unless somebody else has changed them."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.errors import UnwritableFile
from loccit.text_files.file_change import FileChange
from loccit.text_files.write_change import write_change


def test_a_file_that_somebody_changed_meanwhile(tmp_path: Path) -> None:
    path = tmp_path / "essay.md"
    path.write_bytes(b"mine")
    with pytest.raises(UnwritableFile, match="changed in the meantime"):
        write_change(path, FileChange(b"yours", b"ours"))
    assert path.read_bytes() == b"mine"
    write_change(path, FileChange(b"mine", b"ours"))
    assert path.read_bytes() == b"ours"


def test_a_new_file(tmp_path: Path) -> None:
    path = tmp_path / "essay.md"
    write_change(path, FileChange(b"", b"ours"))
    assert path.read_bytes() == b"ours"
