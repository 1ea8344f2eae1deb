"""A key is changed everywhere, in what is open and what is not, or nowhere."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.drafting.keys.entry_place import entry_place
from loccit.drafting.keys.key_here import KeyHere, key_at
from loccit.drafting.keys.renaming import rename
from loccit.drafting.keys.where_cited import where_cited
from loccit.drafting.opened.workspace import Workspace
from loccit.errors import InvalidChange
from loccit.model import apply_edits
from tests.drafting.cursor import with_cursor
from tests.essays.formats.docx.word_file import paragraph, word_file


@pytest.fixture
def library(tmp_path: Path) -> Path:
    path = tmp_path / "bibliography" / "sources.bib"
    path.parent.mkdir()
    path.write_text("@book{doe, title={Emma}}", "utf-8")
    return path


@pytest.fixture
def workspace(library: Path) -> Workspace:
    return Workspace([library.parents[1]])


def here(workspace: Workspace, path: Path, typed: str) -> KeyHere:
    """The key at the cursor of a file, which an editor has opened."""
    text, offset = with_cursor(typed)
    workspace.open(path, text)
    found = key_at(workspace, path, offset)
    assert found
    return found


def renamed(workspace: Workspace, key: KeyHere, new: str) -> dict[str, str]:
    edits = rename(workspace, key, new)
    return {
        path.name: apply_edits(workspace.text(path), each)
        for path, each in edits.items()
    }


def test_the_texts_are_those_of_the_editor(workspace: Workspace, library: Path) -> None:
    workspace.open(library, "% new\n@book{doe, title={Emma}}")
    essay = library.parents[1] / "essay.md"
    essay.write_text("Nothing yet.", "utf-8")
    assert renamed(workspace, here(workspace, essay, "So [@doe|]."), "roe") == {
        "sources.bib": "% new\n@book{roe, title={Emma}}",
        "essay.md": "So [@roe].",
    }


def test_a_key_stays_as_it_is(workspace: Workspace, tmp_path: Path) -> None:
    key = here(workspace, tmp_path / "essay.md", "So [@doe|].")
    assert rename(workspace, key, "doe") == {}


def test_a_document_that_cites_it_is_no_text(
    workspace: Workspace, tmp_path: Path
) -> None:
    (tmp_path / "thesis.docx").write_bytes(word_file(paragraph("So [@doe].")))
    key = here(workspace, tmp_path / "essay.md", "So [@doe|].")
    with pytest.raises(InvalidChange, match=r"thesis\.docx cites `doe` too"):
        rename(workspace, key, "roe")
    assert [found.path.name for found in where_cited(workspace, key)] == ["essay.md"]


def test_an_entry_without_a_key(workspace: Workspace, library: Path) -> None:
    library.write_text("@book{, title={Emma}, author={Doe, Jo}, year=2001}", "utf-8")
    essay = library.parents[1] / "essay.md"
    workspace.open(essay, "")
    [made] = workspace.essay(essay).library.library.keys()
    key = here(workspace, essay, f"So [@{made}|].")
    with pytest.raises(InvalidChange, match="has no key of its own"):
        rename(workspace, key, "roe")
    entry = entry_place(workspace, key)
    assert entry and entry.path == library


def test_an_essay_outside_the_project_is_changed_too(
    workspace: Workspace, tmp_path: Path
) -> None:
    outside = tmp_path / ".hidden" / "essay.md"
    outside.parent.mkdir()
    key = here(workspace, outside, "So [@doe|].")
    assert renamed(workspace, key, "roe")["essay.md"] == "So [@roe]."


def test_no_key_in_a_file_of_another_kind(workspace: Workspace, tmp_path: Path) -> None:
    picture = tmp_path / "picture.png"
    workspace.open(picture, "[@doe]")
    assert key_at(workspace, picture, 3) is None
