"""Papers whose citations are live."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZipFile

import pytest
from lxml import etree

from loccit.errors import LoccitError
from loccit.export.paper.pandoc import run
from tests.export.paper.essays import ESSAY, make

ZOTERO = ESSAY.replace("lang:", "fields: zotero\nlang:")


def test_pandoc_reads_the_citations_of_zotero() -> None:
    made = make(ZOTERO).data
    tree = run(["--from", "docx+citations", "--to", "json"], made).decode()
    assert re.findall(r'"citationId":"(\w+)"', tree) == ["doe"]
    text = run(["--from", "docx", "--to", "plain"], made).decode()
    assert "Doors open (Doe, 2001, p. 3)." in text


@pytest.mark.parametrize("ending", [".docx", ".odt"])
def test_every_part_is_xml(ending: str) -> None:
    archive = ZipFile(BytesIO(make(ZOTERO, ending=ending).data))
    for name in archive.namelist():
        if name.endswith(".xml"):
            etree.fromstring(archive.read(name))


def test_the_sources_of_word() -> None:
    made = make(ESSAY.replace("lang:", "fields: word\nlang:")).data
    archive = ZipFile(BytesIO(made))
    assert b" CITATION " in archive.read("word/document.xml")
    assert any(b"<b:Sources" in archive.read(name) for name in archive.namelist())


@pytest.mark.parametrize(("fields", "ending"), [("zotero", ".pdf"), ("word", ".odt")])
def test_formats_without_such_fields(fields: str, ending: str) -> None:
    with pytest.raises(LoccitError, match=f"has no live citations of {fields}"):
        make(ESSAY.replace("lang:", f"fields: {fields}\nlang:"), ending=ending)
