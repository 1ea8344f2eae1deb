"""Papers in MLA style."""

from __future__ import annotations

from io import BytesIO

import docx
import pytest

from tests.export.paper.essays import ESSAY, make
from tests.export.paper.test_docx import lines

MLA = ESSAY.replace("lang:", "csl: modern-language-association\nlang:")


def test_who_wrote_it_is_above_the_title() -> None:
    document = docx.Document(BytesIO(make(MLA).data))
    assert lines(document)[:7] == [
        ("Author", "Ana Ruiz"),
        ("Author", "Ben Li"),
        ("Instructor", "Dr. Roe"),
        ("Course", "SOC 101: Doors"),
        ("Date", "May 2, 2026"),
        ("Title", "On Doors: An Essay"),
        ("Body Text", "Doors open (Doe 3)."),
    ]
    assert lines(document)[-2] == ("Section Label", "Works Cited")


@pytest.mark.parametrize(
    ("authors", "header"),
    [
        ("Ana María Ruiz", "Ruiz"),
        ("Ruiz, Ana", "Ruiz"),
        ("[Ana Ruiz, Ben Li]", "Ruiz and Li"),
        ("[A B, C D, E F]", ""),
    ],
)
def test_the_surname_precedes_the_page_number(authors: str, header: str) -> None:
    essay = f"---\ncsl: mla\nauthor: {authors}\n---\n\nText.\n"
    document = docx.Document(BytesIO(make(essay).data))
    assert document.sections[0].header.paragraphs[0].text.strip() == header


def test_what_mla_does_not_print_is_reported() -> None:
    [problem] = make(MLA).problems
    assert str(problem.place) == "essay.md:12:1"
    assert "`abstract`" in problem.message
