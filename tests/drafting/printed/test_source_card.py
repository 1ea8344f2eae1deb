"""What there is to know about a source."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.drafting.opened.workspace import Workspace
from loccit.drafting.printed.source_card import Link, SourceCard, source_card


def card(folder: Path, fields: str, style: str = "apa") -> SourceCard:
    library = folder / "library.bib"
    library.write_text(f"@book{{a, title = {{Cats}}, {fields}}}", "utf-8")
    workspace = Workspace([folder])
    settings = f"---\nbibliography: library.bib\ncsl: {style}\n---\n"
    workspace.open(folder / "essay.md", settings)
    found = source_card(workspace.essay(folder / "essay.md"), "a")
    assert found
    return found


def test_its_files_are_those_that_exist(tmp_path: Path) -> None:
    (tmp_path / "a paper.pdf").touch()
    file = "file = {Paper:a paper.pdf:application/pdf;Gone:gone.pdf:application/pdf}"
    address = (tmp_path / "a paper.pdf").as_uri()
    assert card(tmp_path, file).links == (Link("a paper.pdf", address),)


def test_names_that_no_file_can_have(tmp_path: Path) -> None:
    assert card(tmp_path, f"file = {{{'x' * 500}.pdf}}").links == ()


@pytest.mark.parametrize(
    ("fields", "links"),
    [
        (
            "url = {https://example.org/a b}",
            (Link("URL", "https://example.org/a%20b"),),
        ),
        ("url = {javascript:alert(1)}", ()),
        ("doi = {10.1000/1}", (Link("DOI", "https://doi.org/10.1000/1"),)),
    ],
)
def test_its_pages_are_those_that_the_entry_lacks(
    tmp_path: Path, fields: str, links: tuple[Link, ...]
) -> None:
    """Nature's style prints no addresses of books."""
    assert card(tmp_path, fields, "nature").links == links


def test_an_entry_that_has_its_doi(tmp_path: Path) -> None:
    assert card(tmp_path, "doi = {10.1000/1}").links == ()


def test_an_unknown_key_has_no_card(tmp_path: Path) -> None:
    workspace = Workspace([tmp_path])
    workspace.open(tmp_path / "essay.md", "")
    assert source_card(workspace.essay(tmp_path / "essay.md"), "a") is None
