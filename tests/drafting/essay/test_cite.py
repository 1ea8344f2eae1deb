"""Citing sources where the cursor is."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.drafting.essay.cite import cite
from loccit.drafting.opened.workspace import Workspace
from loccit.errors import LoccitError
from loccit.essays.key_citation import KeyCitation, KeyCite
from loccit.model import CiteMode, apply_edits
from tests.cases import Case

DOE = KeyCite("doe2001", locator="p. 3")


def cited(path: Path, text: str, offset: int, mode: CiteMode = "parenthetical") -> str:
    """Return the text with the citation, or why there is none."""
    workspace = Workspace([path.parent])
    workspace.open(path, text)
    try:
        edit = cite(workspace.essay(path), offset, KeyCitation((DOE,), mode))
    except LoccitError as error:
        return error.message
    return apply_edits(text, [edit])


def test_where_the_cursor_is(tmp_path: Path, case: Case) -> None:
    before, after = case.given.split("|")
    result = cited(tmp_path / "essay.md", before + after, len(before))
    assert result == (case.sections.get("error") or case.expected)


@pytest.mark.cases("test_cite_formats.txt")
def test_as_the_format_types_it(tmp_path: Path, case: Case) -> None:
    path = tmp_path / case.given
    assert cited(path, "As", 2) == case.expected
    assert cited(path, "As", 2, "narrative") == case.sections["narrative"]


def test_a_place_that_ends_the_citation_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "essay.md"
    workspace = Workspace([tmp_path])
    workspace.open(path, "As")
    cites = (KeyCite("doe2001", locator="] x"),)
    with pytest.raises(LoccitError, match="not be read as one"):
        cite(workspace.essay(path), 2, KeyCitation(cites))
