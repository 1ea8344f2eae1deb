"""The sources in a document of Word."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from loccit.bibliography import Library, write_sources
from loccit.bibliography.files import read_data
from loccit.errors import UnreadableFile
from loccit.model import Source

BOOK = Source("alexander2010", "book", {"title": "The New Jim Crow"})
SOURCES = write_sources([BOOK], "word-xml")
STRICT = SOURCES.replace(
    "schemas.openxmlformats.org/officeDocument/2006",
    "purl.oclc.org/ooxml/officeDocument",
)


def document(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


@pytest.mark.parametrize("sources", [SOURCES, STRICT])
def test_sources_are_read(sources: str) -> None:
    data = document(
        {
            "word/document.xml": "<w/>",
            "customXml/item1.xml": "<other/>",
            "customXml/item2.xml": sources,
        }
    )
    source_file, problems = read_data(data, Path("essay.docx"))
    (source,) = Library([source_file])
    assert (source.key, source.text("title"), problems) == (
        "alexander2010",
        "The New Jim Crow",
        [],
    )


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (document({"word/document.xml": "<w/>"}), "has no sources"),
        (document({"customXml/item1.xml": " " * 50_000_001}), "larger than 50 MB"),
        (document({f"{number}": "" for number in range(10_001)}), "more parts"),
        (document({"customXml/item1.xml": SOURCES})[:200], "is damaged"),
        (b"PK\x03\x04", "is damaged"),
    ],
    ids=["none", "bomb", "parts", "cut", "empty"],
)
def test_what_can_not_be_read(data: bytes, what: str) -> None:
    with pytest.raises(UnreadableFile, match=what):
        read_data(data, Path("essay.docx"))
