"""Sources that are typed, pasted or dropped."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.drafting.sources.new_sources import sources_in_file, sources_in_text
from loccit.editing.pdf_identifier import pdf_identifier
from loccit.errors import LoccitError, UnreadableFile
from loccit.lookup import Web


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("@book{x, title = {Emma}}", "Emma"),
        ("TY  - BOOK\nTI  - Emma\nER  - \n", "Emma"),
        ('[{"id": "x", "type": "book", "title": "Emma"}]', "Emma"),
        ("Austen, J. (1815). Emma. John Murray.", "Emma"),
        ("Emma by Jane Austen", "Emma"),
    ],
)
def test_what_is_pasted_is_read(text: str, title: str) -> None:
    [source] = sources_in_text(text, Web()).sources
    assert source.plain("title") == title


def test_what_is_nothing_says_what_to_do() -> None:
    with pytest.raises(LoccitError) as raised:
        sources_in_text("hello", Web())
    assert "DOI" in raised.value.advice


def test_a_file_is_read_by_its_content() -> None:
    data = b"@book{x, title = {Emma}}"
    [source] = sources_in_file(data, "download", Web()).sources
    assert source.plain("title") == "Emma"


@pytest.mark.parametrize(
    ("text", "identifier"),
    [
        ("https://doi.org/10.1000/xyz123 and 10.1000/other", "10.1000/xyz123"),
        ("doi: 10.1000/xyz123.", "10.1000/xyz123"),
        ("arXiv:2101.00001v2 [cs.CL]", "arXiv:2101.00001"),
    ],
)
def test_an_article_names_itself(tmp_path: Path, text: str, identifier: str) -> None:
    assert pdf_identifier(pdf_of(text, tmp_path)) == identifier


def test_a_pdf_without_a_doi(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="no DOI"):
        pdf_identifier(pdf_of("Nothing but words.", tmp_path))


def pdf_of(text: str, folder: Path) -> Path:
    """A PDF with a text on its page."""
    typst = pytest.importorskip("typst", reason="the extra `pdf` is not installed")
    pytest.importorskip("pypdfium2", reason="the extra `quotations` is not installed")
    source, path = folder / "article.typ", folder / "article.pdf"
    source.write_text(f"`{text}`", "utf-8")
    path.write_bytes(typst.compile(source))
    return path
