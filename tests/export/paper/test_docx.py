"""Papers as DOCX files, read by another program."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document

from loccit import open_library, read_essay
from loccit.export.paper.make import PaperMaker
from loccit.formatting.draft import read_draft
from loccit.formatting.format_essay import format_draft

LIBRARY = open_library(
    [],
    [
        {
            "id": "doe",
            "type": "book",
            "title": "Doors",
            "author": [{"family": "Doe", "given": "Jane"}],
            "issued": "2001",
            "publisher": "Norton",
        }
    ],
)
ESSAY = """\
---
title: On *Doors*
subtitle: An Essay
author:
- name: Ana Ruiz
  affiliation: Department of Doors
- name: Ben Li
  affiliation: School of Windows
course: "SOC 101: Doors"
instructor: Dr. Roe
date: May 2, 2026
abstract: Doors are discussed.
keywords: [doors, walls]
lang: en-GB
---

Doors open [@doe, p. 3].

# A Heading

> Doors close.
"""


def paper(text: str, kind: str | None = None, ending: str = ".docx") -> Document:
    maker = PaperMaker(ending, kind)
    draft = maker.prepare(read_draft(read_essay(text.encode()), LIBRARY))
    made = maker.make(draft, format_draft(draft))
    return docx.Document(BytesIO(made.data))


def lines(document: Document) -> list[tuple[str, str]]:
    """The style and the text of each paragraph; pandoc puts a no-break space after an
    abbreviation.
    """
    return [
        (
            paragraph.style.name if paragraph.style else "",
            paragraph.text.replace("\xa0", " "),
        )
        for paragraph in document.paragraphs
    ]


def test_a_student_paper() -> None:
    assert lines(paper(ESSAY)) == [
        ("Title", "On Doors: An Essay"),
        ("Author", "Ana Ruiz1 and Ben Li2"),
        ("Affiliation", "1 Department of Doors"),
        ("Affiliation", "2 School of Windows"),
        ("Course", "SOC 101: Doors"),
        ("Instructor", "Dr. Roe"),
        ("Date", "May 2, 2026"),
        ("Section Label", "Abstract"),
        ("Abstract", "Doors are discussed."),
        ("Keywords", "Keywords: doors, walls"),
        ("Title in Text", "On Doors: An Essay"),
        ("Body Text", "Doors open (Doe, 2001, p. 3)."),
        ("Heading 1", "A Heading"),
        ("Block Text", "Doors close."),
        ("Section Label", "References"),
        ("Bibliography", "Doe, J. (2001). Doors. Norton."),
    ]


def test_a_manuscript_has_a_running_head() -> None:
    document = paper(
        ESSAY.replace("lang:", "running-head: Doors\nlang:"), "professional"
    )
    header = document.sections[0].header
    assert [each.text for each in header.paragraphs] == ["DOORS\t"]


def test_a_plain_paper_has_no_title_page() -> None:
    document = paper("---\ntitle: Doors\n---\n\nText.\n")
    assert lines(document) == [("Title", "Doors"), ("Body Text", "Text.")]


def test_properties() -> None:
    properties = paper(ESSAY).core_properties
    assert properties.title == "On Doors: An Essay"
    assert properties.author == "Ana Ruiz; Ben Li"
    assert properties.language == "en-GB"


def test_the_list_has_hanging_indents() -> None:
    style = paper(ESSAY).styles["Bibliography"]
    indent = style.paragraph_format.first_line_indent
    assert indent.inches == pytest.approx(-0.5)


def test_a_first_heading_is_the_title(tmp_path: Path) -> None:
    document = paper("# Doors\n\n## One\n\nText.\n")
    assert lines(document)[:2] == [("Title", "Doors"), ("Heading 1", "One")]
