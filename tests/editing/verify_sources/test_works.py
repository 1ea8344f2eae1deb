"""The works of a library, and those that an essay cites or lists."""

from __future__ import annotations

import html
import json
from pathlib import Path

import pytest

from loccit import open_library, read_essay
from loccit.editing.verify_sources import CitedWork, works_of_essay, works_of_library
from loccit.workspace.settings import Settings
from tests.essays.formats.docx.word_file import field, paragraph, word_file

LIBRARY = """\
@book{doe2001, author={Doe, Jo}, title={On it}, year=2001}
@book{roe2002, author={Roe, Jo}, title={On that}, year=2002}
"""
LISTED = "Doe, J. (2001). *On it*. Press."
OTHER = "Moss, A. (2019). What neighbors owe. *Urban Commons*, *12*(3), 201–219."


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "bibliography" / "sources.bib"
    path.parent.mkdir()
    path.write_text(LIBRARY, "utf-8")
    return path


def shown(work: CitedWork) -> str:
    place = work.place.start
    return f"{work.key or work.work.source.text('title')} at {Path(place.path).name}:{place.line}"


def cited(text: str | bytes, name: str = "essay.md") -> list[str]:
    data = text if isinstance(text, bytes) else text.encode()
    essay = read_essay(data, name)
    return list(map(shown, works_of_essay(essay, Settings())))


def test_a_library(library: Path) -> None:
    works = works_of_library(open_library([library]))
    assert [*map(shown, works)] == [
        "doe2001 at sources.bib:1",
        "roe2002 at sources.bib:2",
    ]
    [one] = works_of_library(open_library([library]), ["roe2002"])
    assert one.key == "roe2002"


def test_what_is_cited_by_key(library: Path) -> None:
    assert cited("So [@roe2002; @roe2002, p. 3; @nobody2000].") == [
        "roe2002 at sources.bib:2"
    ]


def test_what_is_listed(library: Path) -> None:
    text = f"So (Moss, 2019).\n\n# References\n\n{OTHER}\n"
    assert cited(text) == ["What neighbors owe at essay.md:5"]


def test_an_entry_of_a_cited_work_is_not_verified_twice(library: Path) -> None:
    text = f"So [@doe2001].\n\n# References\n\n{LISTED}\n\n{OTHER}\n"
    assert cited(text) == [
        "doe2001 at sources.bib:1",
        "What neighbors owe at essay.md:7",
    ]


def test_live_citations(library: Path) -> None:
    item = {
        "type": "book",
        "title": "On walls",
        "author": [{"family": "Poe", "given": "Edgar"}],
        "issued": {"date-parts": [[1999]]},
    }
    code = {"citationItems": [{"id": 1, "itemData": item}], "properties": {}}
    live = html.escape(f" ADDIN ZOTERO_ITEM CSL_CITATION {json.dumps(code)} ", False)
    body = (
        f"<w:p>{field(live, '(Poe, 1999)')}</w:p>"
        + paragraph("References")
        + paragraph(OTHER)
    )
    works = cited(word_file(body), "essay.docx")
    assert works == ["poe1999 at essay.docx:0", "What neighbors owe at essay.docx:3"]


def test_an_essay_without_sources(library: Path) -> None:
    assert cited("Nothing is cited here.") == []
