"""The README's way from Zotero, Word and PubMed to a finished list, as a student would
go it.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from tests.paths import ROOT
from tests.test_docs import run

ZOTERO = [
    {
        "id": "http://zotero.org/users/1/items/ABCD2345",
        "type": "article-journal",
        "title": "Mass Imprisonment and the Life Course Revisited",
        "container-title": "American Sociological Review",
        "volume": "69",
        "issue": "2",
        "page": "151-169",
        "DOI": "10.1177/000312240406900201",
        "author": [
            {"family": "Pettit", "given": "Becky"},
            {"family": "Western", "given": "Bruce"},
        ],
        "issued": {"date-parts": [["2004", 4]]},
        "note": "Read twice.",
    }
]
WORD = """<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography"><b:Source><b:Tag>Ale10</b:Tag>
<b:SourceType>Book</b:SourceType><b:Author><b:Author><b:NameList><b:Person><b:Last>Alexander</b:Last>
<b:First>Michelle</b:First></b:Person></b:NameList></b:Author></b:Author><b:Title>The New Jim Crow</b:Title>
<b:Year>2010</b:Year><b:City>New York</b:City><b:Publisher>The New Press</b:Publisher></b:Source></b:Sources>"""
PUBMED = """PMID- 1
DP  - 2004 Apr
TI  - Mass imprisonment and the life course revisited.
AID - 10.1177/000312240406900201 [doi]
FAU - Pettit, Becky
JT  - American sociological review
PT  - Journal Article

PMID- 2
DP  - 2015 Mar 3
TI  - Housing and health.
FAU - O'Neil, Tim
JT  - Journal of care
VI  - 4
PG  - 12-30
PT  - Journal Article
"""
LIST = """\
Alexander, M. (2010). The new Jim Crow. The New Press.
O’Neil, T. (2015). Housing and health. Journal of Care, 4, 12–30.
Pettit, B., & Western, B. (2004). Mass imprisonment and the life course revisited. American Sociological Review, \
69(2), 151–169. https://doi.org/10.1177/000312240406900201
""".splitlines()


@pytest.fixture
def student(tmp_path: Path) -> Path:
    """A folder with what the README names."""
    (tmp_path / "My Library.json").write_text(json.dumps(ZOTERO), "utf-8")
    (tmp_path / "pubmed.nbib").write_text(PUBMED, "utf-8")
    with zipfile.ZipFile(tmp_path / "Draft.docx", "w") as document:
        document.writestr("word/document.xml", "<w/>")
        document.writestr("customXml/item1.xml", WORD)
    return tmp_path


def steps() -> list[str]:
    """The commands of the README's block."""
    (block,) = re.findall(
        r"```sh\n(loccit import .*?)```",
        (ROOT / "README.md").read_text("utf-8"),
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
