"""Papers as PDF files."""

from __future__ import annotations

import shutil
import subprocess
import sys

import pytest

from loccit.errors import LoccitError
from tests.export.paper.essays import ESSAY, make

needs_pdftotext = pytest.mark.skipif(
    not shutil.which("pdftotext"), reason="pdftotext is not installed"
)


def pages(text: str, kind: str | None = None) -> list[list[str]]:
    """The lines of each page, with one space between words."""
    made = make(text, kind, ".pdf").data
    done = subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=made, capture_output=True, check=True
    )
    *printed, _ = done.stdout.decode().split("\f")
    return [
        [" ".join(line.split()) for line in page.splitlines() if line.strip()]
        for page in printed
    ]


@needs_pdftotext
def test_a_manuscript() -> None:
    title, abstract, text, references = pages(ESSAY, "professional")
    assert title[:3] == ["ON DOORS 1", "On Doors: An Essay", "Ana Ruiz1 and Ben Li2"]
    assert title[-1].endswith("School of Windows")
    assert abstract == [
        "ON DOORS 2",
        "Abstract",
        "Doors are discussed.",
        "Keywords: doors, walls",
    ]
    assert text == [
        "ON DOORS 3",
        "On Doors: An Essay",
        "Doors open (Doe, 2001, p. 3).",
        "A Heading",
        "Doors close.",
    ]
    assert references == ["ON DOORS 4", "References", "Doe, J. (2001). Doors. Norton."]


@needs_pdftotext
def test_a_heading_of_level_four_is_in_its_line() -> None:
    assert pages("#### How\n\nWe asked.\n") == [["1", "How. We asked."]]


def test_a_link_to_nothing_is_text() -> None:
    assert make("[Doors](#nowhere)\n", ending=".pdf").data.startswith(b"%PDF")


def test_typst_markup_is_text() -> None:
    essay = '`#read("/etc/passwd")`{=typst}\n\n#read("x") <doors> @walls $a$\n'
    assert make(essay, ending=".pdf").data.startswith(b"%PDF")


def test_typst_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "typst", None)
    with pytest.raises(LoccitError, match=r'pip install "loccit\[pdf\]"'):
        make(ESSAY, ending=".pdf")
