"""Sources out of a library, and what still needs them."""

from __future__ import annotations

from pathlib import Path

import pytest

from loccit.editing.remove_sources import find_uses, remove_sources
from loccit.errors import UnreadableFile, UnwritableFile
from loccit.workspace.project import Project, find_project

ONE = "% mine\n@book{doe, title = {A}}\n@inbook{roe, crossref = {doe}}\n"
TWO = "@book{poe, title = {B}}\n"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.chdir(tmp_path)
    Path("bibliography").mkdir()
    Path("bibliography/one.bib").write_text(ONE)
    Path("bibliography/two.bib").write_text(TWO)
    return find_project()


def uses(project: Project, *keys: str) -> list[tuple[str, str]]:
    return [(problem.rule, str(problem.place)) for problem in find_uses(keys, project)]


def test_what_needs_a_source(project: Project) -> None:
    Path("essay.md").write_text("---\nnocite: '@poe'\n---\nSo @doe.\n")
    Path("thesis.lyx").write_text("\\cite{poe}\n")
    assert uses(project, "doe") == [
        ("cited-source", "essay.md:4:4"),
        ("parent-source", str(Path("bibliography/one.bib"))),
    ]
    assert uses(project, "doe", "roe") == [("cited-source", "essay.md:4:4")]
    assert uses(project, "poe") == [
        ("cited-source", "essay.md:2:10"),
        ("possibly-cited-source", "thesis.lyx:1:7"),
    ]
    assert not uses(project, "roe")


def test_what_can_not_be_searched_may_need_it(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("essay.md").write_text("So @doe.\n")
    refused = PermissionError(13, "Permission denied")

    def refuse(path: Path) -> bytes:
        raise refused

    monkeypatch.setattr(Path, "read_bytes", refuse)
    with pytest.raises(UnreadableFile, match=r"essay\.md: .* not permitted"):
        uses(project, "roe")


def test_sources_of_several_files(project: Project) -> None:
    one, two = project.library_files
    remove_sources({one: ["roe", "doe"], two: ["poe"]})
    assert (one.read_text(), two.read_text()) == ("% mine\n", "")


def test_all_files_or_none(project: Project) -> None:
    one, two = project.library_files
    two.chmod(0o444)
    with pytest.raises(UnwritableFile, match="read-only"):
        remove_sources({one: ["roe"], two: ["poe"]})
    assert (one.read_text(), two.read_text()) == (ONE, TWO)
    assert sorted(path.name for path in one.parent.iterdir()) == ["one.bib", "two.bib"]
