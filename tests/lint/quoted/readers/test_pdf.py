"""Texts of PDFs, and files that can't be read."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from pathlib import Path

import pytest

from loccit.errors import UnreadableFile
from loccit.lint.quoted.readers import pdf, pdf_program
from tests.lint.quoted.pdfs import make_pdf

#: A PNG of one black pixel.
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNg"
    "AAAAAgABSK+kcQAAAABJRU5ErkJggg=="
)
LOCKED = Path(__file__).with_name("locked.pdf")


def test_pages_have_lines_and_labels(tmp_path: Path) -> None:
    markup = """#set page(width: 6cm, height: 4cm, numbering: "i")
        Quotations are looked up. #pagebreak() #set page(numbering: "1")
        #counter(page).update(1) Difficult offices."""
    pages = pdf.read(make_pdf(tmp_path / "a.pdf", markup))
    assert pages.labels == ["i", "1"]
    assert pages.texts[0].split() == ["Quotations", "are", "looked", "up.", "i"]
    assert pages.texts[1].split() == ["Difficult", "offices.", "1"]


def test_a_hyphen_at_the_end_of_a_line_is_soft(tmp_path: Path) -> None:
    markup = "#set page(width: 3cm)\n#set text(hyphenate: true)\nextraordinarily"
    [page] = pdf.read(make_pdf(tmp_path / "a.pdf", markup)).texts
    assert "\xad\n" in page
    assert page.replace("\xad\n", "").strip() == "extraordinarily"


def test_pages_that_are_pictures_are_a_scan(tmp_path: Path) -> None:
    numbers = ", ".join(map(str, PIXEL))
    picture = f"image(bytes(({numbers})), width: 100%, height: 100%)"
    scan = f"#set page(background: {picture})\nWords. #pagebreak() More of them."
    small = f"#set page(height: 9cm)\nWords. #box(width: 1cm, height: 1cm, {picture})"
    assert pdf.read(make_pdf(tmp_path / "a.pdf", scan)).is_scan
    assert not pdf.read(make_pdf(tmp_path / "b.pdf", small)).is_scan


def test_a_locked_pdf_says_so() -> None:
    assert "password" in message_of(LOCKED)


@pytest.mark.parametrize("size", [0, 100, 700])
def test_half_a_pdf_is_broken(tmp_path: Path, size: int) -> None:
    whole = make_pdf(tmp_path / "a.pdf", "Some words.").read_bytes()
    half = tmp_path / "half.pdf"
    half.write_bytes(whole[:size])
    assert "broken" in message_of(half)


def test_a_text_is_no_pdf(tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_text("<html>This article is behind a wall.</html>")
    assert "broken" in message_of(path)


def test_reading_takes_no_more_than_its_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_pdf(tmp_path / "a.pdf", "Some words.")
    monkeypatch.setattr(pdf, "_MOST_SECONDS", 0.001)
    assert "longer" in message_of(path)


def test_a_pdf_larger_than_any_is_not_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = make_pdf(tmp_path / "a.pdf", "Some words.")
    monkeypatch.setattr(pdf, "_MOST_BYTES", 1000)
    assert "large" in message_of(path)


def test_without_the_package_its_installation_is_advised(tmp_path: Path) -> None:
    # Without `site`, no package is found.
    command = [sys.executable, "-I", "-S", pdf_program.__file__, str(tmp_path)]
    done = subprocess.run(command, capture_output=True, check=True)
    assert json.loads(done.stdout) == {"error": "missing"}


def message_of(path: Path) -> str:
    with pytest.raises(UnreadableFile) as raised:
        pdf.read(path)
    assert raised.value.advice
    return raised.value.message
