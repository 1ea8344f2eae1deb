"""What is said before a document changes."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from loccit.essays.packages.change_warnings import change_warnings
from loccit.essays.packages.zip_archive import ZipArchive


def rules(path: Path, *names: str) -> list[str]:
    file = BytesIO()
    with ZipFile(file, "w") as archive:
        for name in ("content.xml", *names):
            archive.writestr(name, "<a/>")
    found = change_warnings(ZipArchive(file.getvalue(), str(path)))
    return [f"{problem.rule}: {problem.message}" for problem in found]


@pytest.mark.parametrize(
    ("name", "lock", "program"),
    [
        ("essay.odt", ".~lock.essay.odt#", "LibreOffice"),
        ("essay.docx", ".~lock.essay.docx#", "LibreOffice"),
        ("essay.docx", "~$say.docx", "Word"),
        ("a.docx", "~$a.docx", "Word"),
    ],
)
def test_an_open_document(tmp_path: Path, name: str, lock: str, program: str) -> None:
    assert not rules(tmp_path / name)
    (tmp_path / lock).touch()
    [rule] = rules(tmp_path / name)
    assert rule.startswith(f"document-open: The document is open in {program},")


@pytest.mark.parametrize(
    "name", ["META-INF/documentsignatures.xml", "_xmlsignatures/sig1.xml"]
)
def test_a_signed_document(tmp_path: Path, name: str) -> None:
    [rule] = rules(tmp_path / "essay.odt", name)
    assert rule.startswith("document-signed: ")
