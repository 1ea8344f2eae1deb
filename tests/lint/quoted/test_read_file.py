"""Texts of sources' files, and how they are kept."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZipFile

import pytest

from loccit.errors import UnreadableFile
from loccit.lint.quoted.read_file import read_file
from loccit.lint.quoted.readers import pdf
from tests.lint.quoted.pdfs import make_pdf

WORDS = "Fields that were drained for a century have become marshes again."


def test_the_text_of_a_pdf_is_kept(tmp_path: Path, cache_folder: Path) -> None:
    path = make_pdf(tmp_path / "a.pdf", WORDS)
    pages = read_file(path)
    [kept] = cache_folder.glob("*.pages")
    assert pages == pdf.read(path)
    kept.write_text('[["Kept"], ["1"]]')
    with pytest.raises(UnreadableFile, match="no text"):
        read_file(path)  # what is kept has four letters
    kept.write_text("broken")
    assert read_file(path) == pages


def test_another_text_is_read_anew(tmp_path: Path, cache_folder: Path) -> None:
    before = read_file(make_pdf(tmp_path / "a.pdf", WORDS))
    after = read_file(make_pdf(tmp_path / "a.pdf", f"{WORDS} {WORDS}"))
    assert len(after.texts[0]) > len(before.texts[0])


def test_a_scan_has_no_text(tmp_path: Path, cache_folder: Path) -> None:
    path = make_pdf(tmp_path / "scan.pdf", "#rect() #pagebreak() #circle()")
    with pytest.raises(UnreadableFile, match="scan"):
        read_file(path)


def test_pages_of_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.TXT"
    path.write_text(f"{WORDS}\f{WORDS}\f")
    assert read_file(path).texts == [WORDS, WORDS]


def test_a_web_page_is_what_its_readers_see(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<?xml version='1.0' encoding='iso-8859-1'?><title>Marshes</title>"
        "<style>p {}</style><script>alert(1)</script><!-- hidden -->"
        f"<h1>Marshes</h1><p>Caf&eacute;s &lt; <b>f</b>ields.<p>{WORDS}",
        "utf-8",
    )
    [text] = read_file(path).texts
    assert text.split() == [
        *["Marshes", "Marshes", "Cafés", "<", "fields."],
        *WORDS.split(),
    ]


def test_the_chapters_of_a_book(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    with ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/epub+zip")
        archive.writestr("OEBPS/1.xhtml", f"<html><body><p>{WORDS}</p></body></html>")
        archive.writestr("OEBPS/2.xhtml", "<html><p>The <i>end</i>.</p></html>")
    [text] = read_file(path).texts
    assert " ".join(text.split()) == f"{WORDS} The end."


def test_half_a_book_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.epub"
    with ZipFile(path, "w") as archive:
        archive.writestr("1.xhtml", WORDS)
    path.write_bytes(path.read_bytes()[:-30])
    with pytest.raises(UnreadableFile, match="damaged"):
        read_file(path)


@pytest.mark.parametrize("name", ["a.html", "a.txt", "a.epub"])
def test_an_empty_file_has_no_text(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.touch()
    with pytest.raises(UnreadableFile):
        read_file(path)


def test_a_missing_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no such file"):
        read_file(tmp_path / "a.pdf")
