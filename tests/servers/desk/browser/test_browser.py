"""The desk in a real browser: what a student does there, and who can do it."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import docx
import pytest

from tests.servers.desk.browser.folders import (
    hostile_folder,
    live_folder,
    typed_folder,
)
from tests.servers.desk.browser.playing import missing, play
from tests.servers.desk.running_desk import running_desk

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing())


def test_a_students_day(tmp_path: Path) -> None:
    folder = typed_folder(tmp_path / "Essays")
    with running_desk(folder) as desk:
        play("student", desk.address, folder)
    taken = tmp_path / "taken"
    text = document_text(taken / "lighthouses.docx")
    assert "(Bathurst, 1999, p. 7)" in text
    assert "Bathurst, B. (1999). The lighthouse Stevensons. HarperCollins." in text
    assert "Clarendon Press" in text
    assert "Lamps on the coast" in document_text(taken / "letter-formatted.docx")
    assert "bathurst1999" in (taken / "lighthouses.ris").read_text("utf-8")
    if shutil.which("pdftotext"):
        assert "(Bathurst, 1999, p. 7)" in pdf_text(taken / "lighthouses.pdf")


@pytest.mark.parametrize("script", ["conflict", "lost", "access", "keyboard"])
def test_scripts(tmp_path: Path, script: str) -> None:
    folder = live_folder(tmp_path / "Essays")
    with running_desk(folder) as desk:
        play(script, desk.address, folder, PICTURES=str(tmp_path))


def test_nothing_of_a_file_is_run(tmp_path: Path) -> None:
    folder = hostile_folder(tmp_path / "Essays")
    with running_desk(folder) as desk:
        play("hostile", desk.address, folder)


def document_text(path: Path) -> str:
    paragraphs = docx.Document(str(path)).paragraphs
    # A page number stays on the line of its label.
    return "\n".join(each.text.replace("\xa0", " ") for each in paragraphs)


def pdf_text(path: Path) -> str:
    command = ["pdftotext", "-layout", str(path), "-"]
    run = subprocess.run(command, capture_output=True, text=True, check=True)
    return " ".join(run.stdout.split())
