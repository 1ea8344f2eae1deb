"""The desk in a real browser: what a student does there, and who can do it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from tests.servers.desk.browser.folders import live_folder, typed_folder
from tests.servers.desk.browser.playing import missing, play
from tests.servers.desk.running_desk import running_desk

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing())


def test_a_students_day(tmp_path: Path) -> None:
    folder = typed_folder(tmp_path / "Essays")
    with running_desk(folder) as desk:
        play("student", desk.address, folder)
    taken = tmp_path / "taken"
    paper = docx.Document(str(taken / "lighthouses.docx"))
    text = "\n".join(paragraph.text for paragraph in paper.paragraphs)
    assert "(Bathurst, 1999, p. 7)" in text
    assert "Bathurst, B. (1999). The lighthouse Stevensons. HarperCollins." in text
    assert "Clarendon Press" in text
    if shutil.which("pdftotext"):
        assert "(Bathurst, 1999, p. 7)" in pdf_text(taken / "lighthouses.pdf")
    letter = docx.Document(str(taken / "letter.docx"))
    assert "Clark" in "\n".join(paragraph.text for paragraph in letter.paragraphs)


def pdf_text(path: Path) -> str:
    command = ["pdftotext", "-layout", str(path), "-"]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout
