"""The way from Zotero, Word and PubMed to a finished list, as docs/start.md shows it."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.paths import ROOT
from tests.student_files import write_student_files
from tests.test_docs import run

LIST = """\
Alexander, M. (2010). The new Jim Crow. The New Press.
O’Neil, T. (2015). Housing and health. Journal of Care, 4, 12–30.
Pettit, B., & Western, B. (2004). Mass imprisonment and the life course revisited. American Sociological Review, \
69(2), 151–169. https://doi.org/10.1177/000312240406900201
""".splitlines()


@pytest.fixture
def student(tmp_path: Path) -> Path:
    """A folder with the files that the page names."""
    write_student_files(tmp_path)
    return tmp_path


def steps() -> list[str]:
    """The commands of the page's block."""
    (block,) = re.findall(
        r"```sh\n(loccit import .*?)```",
        (ROOT / "docs" / "start.md").read_text("utf-8"),
        re.DOTALL,
    )
    return [line.partition("  #")[0] for line in block.splitlines()]


def test_from_zotero_word_and_pubmed_to_a_list(student: Path) -> None:
    said = {command: run(command, student) for command in steps()}
    assert not [
        output
        for output in said.values()
        if "Traceback" in output or "Usage:" in output
    ]
    assert "3 added, 1 there already" in said[steps()[0]]
    library = (student / "bibliography" / "sources.bib").read_text("utf-8")
    assert re.findall(r"^@\w+\{(.*),", library, re.MULTILINE) == [
        "pettit2004",
        "alexander2010",
        "oneil2015",
    ]
    assert run("loccit export --to text", student).split("\n\n") == [
        *LIST[:-1],
        LIST[-1] + "\n",
    ]
    with zipfile.ZipFile(student / "references.docx") as document:
        written = document.read("word/document.xml").decode()
    assert re.search(r"<w:i/?>.*The new Jim Crow", written, re.DOTALL)


def test_libreoffice_opens_the_list(student: Path) -> None:
    if not (office := shutil.which("soffice")):
        pytest.skip("LibreOffice (`soffice`) is not installed")
    for command in steps():
        run(command, student)
    convert = [
        office,
        "--headless",
        f"-env:UserInstallation={(student / 'office').as_uri()}",
        "--convert-to",
        "txt:Text",
    ]
    subprocess.run(
        [*convert, "references.docx"],
        cwd=student,
        check=True,
        capture_output=True,
        timeout=120,
    )
    text = (student / "references.txt").read_text("utf-8-sig")
    assert [line for line in text.splitlines() if line] == ["References", *LIST]
