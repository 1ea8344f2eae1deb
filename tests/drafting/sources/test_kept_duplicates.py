"""Duplicates are found again when the library has changed."""

from __future__ import annotations

from pathlib import Path

from loccit.drafting.opened.workspace import Workspace
from loccit.drafting.sources.kept_duplicates import KeptDuplicates

ENTRY = """
@book{{{}, author={{Doe, Jo}}, title={{Harbors and Doors of Kiel}}, date={{2001}}, publisher={{Ace}}}}
"""


def test_duplicates_are_kept_until_the_library_changes(tmp_path: Path) -> None:
    path = tmp_path / "bibliography" / "a.bib"
    path.parent.mkdir()
    path.write_text(ENTRY.format("a") + ENTRY.format("b"), "utf-8")
    workspace, kept = Workspace([tmp_path]), KeptDuplicates()
    found = kept.of(workspace.library(tmp_path))
    assert [(pair.one.key, pair.other.key) for pair in found] == [("a", "b")]
    assert kept.of(workspace.library(tmp_path)) is found
    path.write_text(ENTRY.format("a"), "utf-8")
    assert kept.of(workspace.library(tmp_path)) == ()
