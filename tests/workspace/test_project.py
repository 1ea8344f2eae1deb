"""A project: its folders, its essays, and what they cite."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from loccit.errors import InvalidSettings, NoBibliography, UnreadableFile
from loccit.workspace.project import Project, find_project
from loccit.workspace.settings import Settings

BIB = "@book{doe, title = {A}}\n@book{roe, title = {B}}\n"

Write = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Write:
    """Write a file below the current folder."""
    monkeypatch.chdir(tmp_path)

    def write(name: str, text: str | bytes = "So [@doe].\n") -> Path:
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return path

    return write


@pytest.fixture
def library(write: Write) -> Path:
    return write("bibliography/sources.bib", BIB)


def folders(project: Project) -> list[str]:
    here = Path.cwd()
    return [folder.relative_to(here).as_posix() for folder in project.folders]


def essays(project: Project) -> list[str]:
    return [Path(essay.path).as_posix() for essay in project.found.essays]


def named(*paths: Path | str) -> Settings:
    return Settings(bibliography=tuple(map(Path, paths)))


class TestFolders:
    """Where the essays of a library are."""

    def test_beside_the_bibliography(self, write: Write, library: Path) -> None:
        assert folders(find_project()) == ["."]
        inner = write("essays/deep/a.md").parent
        assert folders(find_project(start=inner)) == ["."]

    def test_beside_a_bibliography_that_is_named(self, library: Path) -> None:
        for path in (library, library.parent, library.absolute()):
            assert folders(find_project(named(path))) == ["."]

    def test_of_the_settings_file_that_names_the_library(self, write: Write) -> None:
        write("refs/all.bib", BIB)
        write("thesis/loccit.toml", 'bibliography = "../refs/all.bib"\n')
        inner = write("thesis/part/a.md").parent
        assert folders(find_project(start=inner)) == ["thesis"]

    def test_of_a_settings_file_and_the_bibliography_that_it_names(
        self, write: Write, library: Path
    ) -> None:
        write("part/loccit.toml", 'bibliography = "../bibliography/sources.bib"\n')
        write("blog/loccit.toml", f'bibliography = "{library.absolute().as_posix()}"\n')
        assert folders(find_project(start=Path("part"))) == ["."]

    def test_a_settings_file_that_names_no_library_marks_no_project(
        self, write: Write
    ) -> None:
        write("loccit.toml", 'csl = "ieee"\n')
        write("one/bibliography/a.bib", BIB)
        assert folders(find_project(start=Path("one"))) == ["one"]

    def test_of_a_named_file(self, write: Write) -> None:
        write("refs/all.bib", BIB)
        assert folders(find_project(named("refs/all.bib"), Path("refs"))) == ["refs"]
        assert folders(find_project(named("refs/all.bib"))) == ["."]
        (Path("essays")).mkdir()
        found = find_project(named("refs/all.bib"), Path("essays"))
        assert folders(found) == ["refs", "essays"]

    def test_of_a_named_file_in_a_project(self, write: Write, library: Path) -> None:
        write("more/extra.bib", BIB)
        assert folders(find_project(named("more/extra.bib"))) == ["."]

    def test_not_of_another_project(self, write: Write) -> None:
        write("one/bibliography/a.bib", BIB)
        write("two/b.bib", BIB)
        assert folders(find_project(named("two/b.bib"), Path("one"))) == ["two"]

    def test_without_a_library(self, write: Write) -> None:
        project = find_project()
        assert folders(project) == ["."] and project.library_files == []
        with pytest.raises(NoBibliography):
            project.library()


class TestEssays:
    """Which essays cite from the library."""

    def test_all_in_the_folder_and_below(self, write: Write, library: Path) -> None:
        for name in ("a.md", "essays/b.md", "sister/deep/c.txt"):
            write(name)
        assert essays(find_project()) == ["a.md", "essays/b.md", "sister/deep/c.txt"]

    def test_an_inner_project_is_its_own(self, write: Write, library: Path) -> None:
        write("a.md")
        write("inner/bibliography/other.bib", BIB)
        write("inner/deep/b.md")
        write("inner/deep/c.lyx")
        assert essays(find_project()) == ["a.md"]
        assert not find_project().found.unread
        assert essays(find_project(start=Path("inner"))) == ["inner/deep/b.md"]

    def test_an_inner_essay_that_names_this_library(
        self, write: Write, library: Path
    ) -> None:
        write("inner/bibliography/other.bib", BIB)
        write(
            "inner/b.md", "---\nbibliography: ../bibliography/sources.bib\n---\n@doe\n"
        )
        assert essays(find_project()) == ["inner/b.md"]
        assert not essays(find_project(start=Path("inner")))

    @pytest.mark.parametrize("other", ["other.bib", "refs", "[other.bib, refs]"])
    def test_an_essay_that_names_another_library(
        self, write: Write, library: Path, other: str
    ) -> None:
        write("other.bib", BIB)
        write("refs/more.bib", BIB)
        write("a.md", f"---\nbibliography: {other}\n---\n@doe\n")
        assert not essays(find_project())

    @pytest.mark.parametrize(
        "same", ["bibliography", "bibliography/sources.bib", "[o.bib, ./bibliography]"]
    )
    def test_an_essay_that_names_this_library(
        self, write: Write, library: Path, same: str
    ) -> None:
        write("a.md", f"---\nbibliography: {same}\n---\n@doe\n")
        assert essays(find_project()) == ["a.md"]

    def test_a_settings_file_that_names_another_library(
        self, write: Write, library: Path
    ) -> None:
        write("other.bib", BIB)
        write("blog/loccit.toml", 'bibliography = "../other.bib"\n')
        write("blog/a.md")
        write("b.md")
        assert essays(find_project()) == ["b.md"]
        assert essays(find_project(start=Path("blog"))) == ["blog/a.md"]

    def test_a_source_file_is_no_essay(self, write: Write) -> None:
        write("bibliography/export.txt", BIB)
        write("bibliography/notes.md")
        project = find_project(named("bibliography/export.txt"))
        assert essays(project) == ["bibliography/notes.md"]

    def test_files_that_are_not_text(self, write: Write, library: Path) -> None:
        write("a.md", "Café @doe".encode("utf-16"))
        write("b.md", "Café @doe".encode("latin-1"))
        write("c.md", b"\x00\x01\x02\x00")
        write("d.md", b"")
        assert essays(find_project()) == ["a.md", "b.md", "d.md"]

    def test_front_matter_that_can_not_be_read(
        self, write: Write, library: Path
    ) -> None:
        write("a.md", "---\nbibliography: [\n---\n@doe\n")
        project = find_project()
        assert [place.line for place, _ in project.where_cited("doe")] == [4]
        with pytest.raises(InvalidSettings):
            project.rename_in_essays({"doe": "dough"})

    @pytest.mark.skipif(os.name == "nt", reason="needs POSIX permissions")
    def test_an_essay_that_may_not_be_read(self, write: Write, library: Path) -> None:
        write("a.md")
        closed = write("b.md")
        closed.chmod(0o000)
        if os.access(closed, os.R_OK):
            pytest.skip("a superuser may read everything")
        project = find_project()
        assert essays(project) == ["a.md"]
        with pytest.raises(
            UnreadableFile, match=r"b\.md: Reading this file is not perm"
        ):
            project.rename_in_essays({"doe": "dough"})


class TestCitations:
    """Where the essays cite, and how often."""

    def test_places(self, write: Write, library: Path) -> None:
        write("a.md", "---\nnocite: '@roe'\n---\nSo @doe,\r\nand [@doe; @roe, p. 3].\n")
        write("in/b.md", "As [@doe2] and doe say.\n")
        project = find_project()
        assert [str(place) for place, _ in project.where_cited("doe")] == [
            "a.md:4:4",
            "a.md:5:5",
        ]
        assert [str(place) for place, _ in project.where_cited("roe")] == [
            "a.md:2:10",
            "a.md:5:5",
        ]

    def test_usage(self, write: Write, library: Path) -> None:
        write("a.md", "So [@doe; @doe, p. 3; @nobody].\n")
        write("b.md", "---\nnocite: '@roe'\n---\n")
        write("README.md", "See @somebody.\n")
        write("c.txt", "")
        project = find_project()
        usage = project.usage(project.library())
        assert usage.essays == 2
        assert (usage.times["doe"], usage.uses("roe"), usage.uses("x")) == (
            2,
            True,
            False,
        )

    def test_an_essay_that_lists_all(self, write: Write, library: Path) -> None:
        write("a.md", "---\nnocite: '@*'\n---\n")
        project = find_project()
        usage = project.usage(project.library())
        assert usage.essays == 1 and usage.uses("doe")

    def test_sources_of_an_essays_own(self, write: Write, library: Path) -> None:
        write(
            "a.md",
            "---\nreferences:\n- id: doe\n  type: book\nnocite: '@doe'\n---\n"
            "So [@doe; @roe].\n",
        )
        project = find_project()
        usage = project.usage(project.library())
        assert not list(project.where_cited("doe")) and not usage.uses("doe")
        assert usage.times["roe"] == 1
        changes = project.rename_in_essays({"doe": "x", "roe": "y"})
        assert changes[Path("a.md")].after.endswith(b"So [@doe; @y].\n")

    def test_a_rename_changes_only_keys(self, write: Write, library: Path) -> None:
        write("a.md", "---\r\nnocite: '@doe'\r\n---\r\nSo [@doe], doe, @doer.\r\n")
        write("b.md", "No doe here.\n")
        changes = find_project().rename_in_essays({"doe": "dough"})
        [change] = [each for each in changes.values() if each.before != each.after]
        assert change.after == (
            b"---\r\nnocite: '@dough'\r\n---\r\nSo [@dough], doe, @doer.\r\n"
        )
