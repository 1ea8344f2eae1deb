"""Which rules of git count in a folder."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from loccit.workspace.essay_files.git_ignore import rules_above

git = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")


def ignored(folder: Path, name: str) -> bool:
    """Whether a file in a folder is ignored."""
    rules = rules_above(folder).entered(str(folder))
    return rules.ignores(str(folder / name), is_folder=False)


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def test_rules_of_the_folders_above_in_a_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    (tmp_path / "thesis").mkdir()
    write(tmp_path / ".gitignore", "*.md\n")
    assert ignored(tmp_path / "thesis", "a.md")


def test_an_inner_file_has_precedence(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path / ".gitignore", "*.md\n")
    write(tmp_path / "thesis" / ".gitignore", "!a.md\n")
    assert not ignored(tmp_path / "thesis", "a.md")
    assert ignored(tmp_path / "thesis", "b.md")


def test_rules_outside_of_a_repository(tmp_path: Path) -> None:
    write(tmp_path / ".gitignore", "a.md\n")
    (tmp_path / "thesis").mkdir()
    assert ignored(tmp_path, "a.md")
    # Nothing says that the folders above have to do with this one.
    assert not ignored(tmp_path / "thesis", "a.md")


def test_the_repositorys_own_file(tmp_path: Path) -> None:
    write(tmp_path / ".git" / "info" / "exclude", "# mine\nprivate.md\n*.tmp.md\n")
    write(tmp_path / ".gitignore", "!keep.tmp.md\n")
    assert ignored(tmp_path, "private.md") and ignored(tmp_path, "a.tmp.md")
    assert not ignored(tmp_path, "keep.tmp.md")


def test_a_repository_in_another_has_its_own_rules(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    write(tmp_path / ".gitignore", "*.md\n")
    (tmp_path / "inner" / ".git").mkdir(parents=True)
    assert not ignored(tmp_path / "inner", "a.md")
    outer = rules_above(tmp_path).entered(str(tmp_path))
    inner = outer.entered(str(tmp_path / "inner"))
    assert not inner.ignores(str(tmp_path / "inner" / "a.md"), is_folder=False)


@git
def test_a_worktree_shares_the_repositorys_own_file(tmp_path: Path) -> None:
    def run(*arguments: str) -> None:
        command = ["git", "-c", "user.name=a", "-c", "user.email=a@b", *arguments]
        subprocess.run(command, cwd=tmp_path / "main", check=True, capture_output=True)

    (tmp_path / "main").mkdir()
    run("init", "-q")
    run("commit", "-q", "--allow-empty", "-m", "Begin")
    run("worktree", "add", "-q", "../other")
    write(tmp_path / "main" / ".git" / "info" / "exclude", "private.md\n")
    assert ignored(tmp_path / "other", "private.md")


def test_a_folder_that_is_ignored_itself_has_no_rules_from_above(
    tmp_path: Path,
) -> None:
    # A home folder that is a repository for a few settings.
    (tmp_path / ".git").mkdir()
    write(tmp_path / ".gitignore", "*\n!.bashrc\n")
    write(tmp_path / "essays" / ".gitignore", "b.md\n")
    assert not ignored(tmp_path / "essays", "a.md")
    assert ignored(tmp_path / "essays", "b.md")


@pytest.mark.parametrize(
    "data",
    [b"\xef\xbb\xbfa.md\r\nb.md\r\n", b"\xff\xfe\na.md\nb.md", b"a.md   \nb.md"],
)
def test_unusual_files(tmp_path: Path, data: bytes) -> None:
    (tmp_path / ".gitignore").write_bytes(data)
    assert ignored(tmp_path, "b.md")


def test_a_folder_called_gitignore_has_no_rules(tmp_path: Path) -> None:
    (tmp_path / ".gitignore").mkdir()
    assert not ignored(tmp_path, "a.md")
