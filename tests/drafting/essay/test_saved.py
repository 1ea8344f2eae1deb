"""An essay is saved as its file is, and never over what somebody else has written."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.drafting.essay.saved import SavedEssay
from loccit.errors import UnreadableFile, UnwritableFile


def test_the_encoding_stays(tmp_path: Path) -> None:
    path = tmp_path / "essay.md"
    path.write_bytes("Zoë".encode("latin-1"))
    saved = SavedEssay.open(path).save("Zoë!")
    assert path.read_bytes() == "Zoë!".encode("latin-1")
    assert saved.text == "Zoë!"


def test_a_character_that_the_encoding_lacks(tmp_path: Path) -> None:
    path = tmp_path / "essay.md"
    path.write_bytes(b"Zo\xeb")
    with pytest.raises(UnwritableFile, match="lacks the character"):
        SavedEssay.open(path).save("Zoë 😀")
    assert path.read_bytes() == b"Zo\xeb"


def test_a_byte_order_mark_stays(tmp_path: Path) -> None:
    path = tmp_path / "essay.md"
    path.write_bytes(b"\xef\xbb\xbfa")
    saved = SavedEssay.open(path)
    assert saved.text == "a"
    saved.save("b")
    assert path.read_bytes() == b"\xef\xbb\xbfb"


def test_what_somebody_else_wrote_stays(tmp_path: Path) -> None:
    path = tmp_path / "essay.md"
    path.write_text("mine", "utf-8")
    saved = SavedEssay.open(path)
    path.write_text("theirs", "utf-8")
    with pytest.raises(UnwritableFile, match="in the meantime"):
        saved.save("more")
    found = saved.on_disk()
    assert found
    assert found.text == "theirs"
    saved.overwrite("more")
    assert path.read_text("utf-8") == "more"


def test_a_file_that_is_gone(tmp_path: Path) -> None:
    path = tmp_path / "essay.md"
    path.write_text("mine", "utf-8")
    saved = SavedEssay.open(path)
    path.unlink()
    assert saved.on_disk() is None
    with pytest.raises(UnreadableFile):
        saved.save("more")
    saved.overwrite("more")
    assert path.read_text("utf-8") == "more"
    assert [each.name for each in tmp_path.iterdir()] == ["essay.md"]


def test_what_could_not_be_read_again_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "essay.md"
    path.write_text("mine", "utf-8")
    with pytest.raises(UnreadableFile, match="binary"):
        SavedEssay.open(path).save("a\0b")
    assert path.read_text("utf-8") == "mine"
