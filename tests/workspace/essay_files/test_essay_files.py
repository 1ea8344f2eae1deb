"""Which files below a folder are essays."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from loccit.workspace.essay_files import EssayFiles, find_essay_files, walk


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def touch(*names: str) -> None:
    for name in names:
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        Path(name).touch()


def find(*folders: str) -> EssayFiles:
    return find_essay_files([Path(folder) for folder in folders or ["."]])


def essays(*folders: str) -> list[str]:
    return [path.as_posix() for path in find(*folders).essays]


def test_every_file_that_a_format_knows() -> None:
    touch("b.md", "a.TXT", "deep/er/c.qmd", "d.markdown", "e.Rmd", "picture.png", "md")
    touch("lyx", ".lyx")
    assert essays() == ["a.TXT", "b.md", "d.markdown", "deep/er/c.qmd", "e.Rmd"]
    assert not find().unread


def test_documents_that_are_not_read_yet() -> None:
    touch("a.md", "thesis.lyx", "in/Paper.RTF", "page.adoc", "~$Paper.rtf", "s.bib")
    names = [path.as_posix() for path in find().unread]
    assert names == ["in/Paper.RTF", "page.adoc", "thesis.lyx"]


def test_pages_that_programs_made_of_essays() -> None:
    touch("a.qmd", "a.html", "b.html", "in/a.htm", "c.docx", "c.html")
    assert essays() == ["a.qmd", "b.html", "c.docx", "in/a.htm"]


def test_what_is_hidden_or_made_by_programs() -> None:
    touch("a.md", ".hidden.md", ".obsidian/b.md", "env/pyvenv.cfg", "env/lib/c.md")
    for name in walk.MADE_BY_PROGRAMS:
        touch(f"{name}/d.md", f"in/{name}/e.md")
    assert essays() == ["a.md"]


def test_what_git_ignores_is_left_out_and_named() -> None:
    touch("a.md", "b.md", "notes/c.md", "notes/d.md", "old/e.md", "out/f.png", "g.lyx")
    Path(".gitignore").write_text("b.md\nold/\n*.lyx\n")
    Path("notes/.gitignore").write_text("*.md\n!d.md\n")
    found = find()
    assert essays() == ["a.md", "notes/d.md"]
    assert [path.as_posix() for path in found.ignored] == ["b.md", "notes/c.md"]
    assert not found.unread


def test_several_folders() -> None:
    touch("one/a.md", "two/b.md", "three/c.md")
    assert essays("two", "one") == ["one/a.md", "two/b.md"]


def test_files_outside_of_the_current_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    touch("a.md", "in/b.md")
    monkeypatch.chdir(tmp_path / "in")
    assert find_essay_files([tmp_path]).essays == [tmp_path / "a.md", Path("b.md")]


@pytest.mark.parametrize(
    ("patterns", "expected"),
    [
        ('"drafts/*.md"', ["drafts/a.md"]),
        ('["drafts/**/*.md"]', ["drafts/a.md", "drafts/deep/b.md"]),
        ('["drafts"]', ["drafts/a.md", "drafts/c.txt", "drafts/deep/b.md"]),
        ('["drafts", "!drafts/deep"]', ["drafts/a.md", "drafts/c.txt"]),
        ('["drafts/**/*.md", "!drafts/deep"]', ["drafts/a.md"]),
        ('["**/*.md", "!drafts/"]', ["README.md"]),
        ('["!drafts", "drafts/a.md"]', ["drafts/a.md"]),
        ('["**/*.md", "!README.md"]', ["drafts/a.md", "drafts/deep/b.md"]),
        ('["*.md"]', ["README.md"]),
        ('["build/*.md", "README.md"]', ["README.md", "build/d.md"]),
        ('["drafts/*.png", "no-such-folder/*"]', []),
    ],
)
def test_the_setting_chooses(patterns: str, expected: list[str]) -> None:
    touch("README.md", "drafts/a.md", "drafts/deep/b.md", "drafts/c.txt", "build/d.md")
    touch("drafts/e.png", "thesis.lyx")
    Path(".gitignore").write_text("drafts/\n")  # does not count then
    Path("loccit.toml").write_text(f"essays = {patterns}\n")
    assert essays() == expected
    assert not find().unread and not find().ignored


def test_the_setting_of_a_folder_above_chooses_in_this_one() -> None:
    touch("one/a.md", "one/drafts/b.md", "two/drafts/c.md")
    Path("pyproject.toml").write_text('[tool.loccit]\nessays = ["*/drafts/*.md"]\n')
    assert essays("one") == ["one/drafts/b.md"]


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_links_that_lead_in_circles() -> None:
    touch("in/a.md")
    Path("in/up").symlink_to("..")
    Path("in/self").symlink_to("self")
    Path("in/again").symlink_to(Path("in").resolve())
    Path("b.md").symlink_to("c.md")
    Path("c.md").symlink_to("b.md")
    Path("dangling.md").symlink_to("nowhere.md")
    assert essays() == ["in/a.md"]


@pytest.mark.skipif(os.name == "nt", reason="needs symbolic links")
def test_links_to_essays(tmp_path: Path) -> None:
    touch("project/a.md", "elsewhere/deep/b.md", "elsewhere/d.md", "c.md")
    project = tmp_path / "project"
    (project / "link.md").symlink_to(project / "a.md")  # the same essay
    (project / "c.md").symlink_to(tmp_path / "c.md")
    (project / "essays").symlink_to(tmp_path / "elsewhere")
    (project / "deep").symlink_to(tmp_path / "elsewhere" / "deep")
    (project / "twice").symlink_to(tmp_path / "elsewhere" / "deep")
    found = find("project").essays
    assert sorted(path.name for path in found) == ["a.md", "b.md", "c.md", "d.md"]


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX files")
def test_what_is_called_an_essay_and_is_no_file() -> None:
    touch("folder.md/a.md")
    os.mkfifo("pipe.md")
    assert essays() == ["folder.md/a.md"]


def test_too_many_files_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    touch(*(f"{number}.png" for number in range(20)), "in/a.md")
    monkeypatch.setattr(walk, "MOST_FILES", 20)
    [problem] = find().problems
    assert (problem.rule, problem.place.path) == ("too-many-files", ".")
    Path("loccit.toml").write_text('essays = ["in/*.md"]\n')
    assert essays() == ["in/a.md"] and not find().problems


@pytest.mark.skipif(os.name == "nt", reason="needs POSIX permissions")
def test_a_folder_that_may_not_be_read_is_reported() -> None:
    touch("a.md", "closed/b.md")
    Path("closed").chmod(0o000)
    if os.access("closed", os.R_OK):
        pytest.skip("a superuser may read everything")
    try:
        found = find()
    finally:
        Path("closed").chmod(0o700)
    assert [path.name for path in found.essays] == ["a.md"]
    assert [problem.place.path for problem in found.problems] == ["closed"]
    assert "is not permitted" in found.problems[0].message
