"""Papers as ODT files."""

from __future__ import annotations

import shutil
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from lxml import etree

from tests.export.paper.essays import ESSAY, make

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"


def part(name: str, data: bytes) -> etree._Element:
    return etree.fromstring(ZipFile(BytesIO(data)).read(name))


def lines(data: bytes) -> list[tuple[str, str, str]]:
    """The element, the style and the text of each paragraph."""
    body = part("content.xml", data)
    return [
        (
            str(each.tag).removeprefix(TEXT),
            each.get(f"{TEXT}style-name", "").replace("_20_", " "),
            "".join(map(str, each.itertext())).replace("\xa0", " "),
        )
        for each in body.iter(f"{TEXT}p", f"{TEXT}h")
    ]


def test_a_student_paper() -> None:
    assert lines(make(ESSAY, ending=".odt").data) == [
        ("p", "Title", "On Doors: An Essay"),
        ("p", "Author", "Ana Ruiz1 and Ben Li2"),
        ("p", "Affiliation", "1 Department of Doors"),
        ("p", "Affiliation", "2 School of Windows"),
        ("p", "Course", "SOC 101: Doors"),
        ("p", "Instructor", "Dr. Roe"),
        ("p", "Date", "May 2, 2026"),
        ("h", "Section Label", "Abstract"),
        ("p", "Abstract", "Doors are discussed."),
        ("p", "Keywords", "Keywords: doors, walls"),
        ("p", "Title in Text", "On Doors: An Essay"),
        ("p", "Text body", "Doors open (Doe, 2001, p. 3)."),
        ("h", "Heading 1", "A Heading"),
        ("p", "P1", "Doors close."),
        ("h", "Section Label", "References"),
        ("p", "Bibliography 1", "Doe, J. (2001). Doors. Norton."),
    ]


def test_a_heading_of_level_four_is_in_its_paragraph() -> None:
    made = make("#### How\n\nWe asked.\n", ending=".odt").data
    assert [text for *_, text in lines(made)] == ["How. We asked."]


def test_the_header_has_the_running_head() -> None:
    made = make(ESSAY, "professional", ".odt").data
    [tab] = part("styles.xml", made).iter(f"{TEXT}tab")
    header = tab.getparent()
    assert header is not None
    assert header.text == "ON DOORS"


def test_tables_have_rules() -> None:
    table = "| a | b |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n"
    cells = part("content.xml", make(table, ending=".odt").data).iter(
        f"{TABLE}table-cell"
    )
    assert [cell.get(f"{TABLE}style-name") for cell in cells] == [
        *("CellAboveBelow", "CellAboveBelow"),
        *("Cell", "Cell"),
        *("CellBelow", "CellBelow"),
    ]


def test_the_type_comes_first() -> None:
    archive = ZipFile(BytesIO(make(ESSAY, ending=".odt").data))
    first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", 0)


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_libreoffice_opens_papers(ending: str, tmp_path: Path) -> None:
    path = tmp_path / f"paper{ending}"
    path.write_bytes(make(ESSAY, ending=ending).data)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", "--headless", profile, "--convert-to", "txt:Text", path],
        cwd=tmp_path,
        capture_output=True,
        check=True,
        timeout=120,
    )
    text = (tmp_path / "paper.txt").read_text("utf-8-sig")
    assert "Doors open (Doe, 2001, p. 3)." in text.replace("\xa0", " ")


def test_links_lead_to_bookmarks() -> None:
    made = part("content.xml", make(ESSAY, ending=".odt").data)
    names = {each.get(f"{TEXT}name") for each in made.iter(f"{TEXT}bookmark-start")}
    names |= {each.get(f"{TEXT}name") for each in made.iter(f"{TEXT}bookmark")}
    assert "ref-doe" in names
    assert not [*made.iter(f"{TEXT}section")]
