"""Patterns of files: git's own rules, with git as the oracle."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from loccit.workspace.essay_files.file_patterns import (
    chosen,
    literal_start,
    parse_pattern,
    parse_patterns,
)
from loccit.workspace.essay_files.git_ignore import IgnoreRules

git = pytest.mark.skipif(not shutil.which("git"), reason="git is not installed")

#: Files of the trees that git is asked about; each folder has all names.
FOLDERS = ["", "a", "b", "d", "a/a", "a/b", "a/b/d", "b/a"]
NAMES = ["a.txt", "c.md", "x.md"]
SEGMENTS = ["a", "b", "d", "c.md", "*.md", "*", "**", "?", "[ab]", "[!a]", "[^b]*"]


def matches(pattern: str, path: str, *, is_folder: bool = False) -> bool | None:
    return chosen(parse_patterns([pattern]), path.split("/"), is_folder=is_folder)


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("a.md", "a.md"),
        ("a.md", "deep/in/a.md"),
        ("/a.md", "a.md"),
        ("*.md", "in/a.md"),
        ("in/*.md", "in/a.md"),
        ("in/**/a.md", "in/a.md"),
        ("in/**/a.md", "in/the/deep/a.md"),
        ("**/in/a.md", "far/in/a.md"),
        ("in/**", "in/the/deep/a.md"),
        ("a?.md", "ab.md"),
        ("[a-c].md", "b.md"),
        (r"\#a.md", "#a.md"),
        (r"\!a.md", "!a.md"),
        (r"\*.md", "*.md"),
        ("a.md   ", "a.md"),
        (r"a.md\ ", "a.md "),
        ("ü*.md", "über.md"),
    ],
)
def test_a_pattern_that_matches(pattern: str, path: str) -> None:
    assert matches(pattern, path) is True


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("a.md", "a.mdx"),
        ("/a.md", "in/a.md"),
        ("in/*.md", "in/the/a.md"),
        ("in/*.md", "far/in/a.md"),
        ("in/**", "in"),
        ("in/", "in"),  # a file
        ("a?.md", "a/.md"),
        ("A.md", "a.md"),
        (r"\*.md", "a.md"),
        ("# a.md", "# a.md"),
        ("", "a.md"),
    ],
)
def test_a_pattern_that_does_not_match(pattern: str, path: str) -> None:
    assert matches(pattern, path) is None


def test_the_last_pattern_decides() -> None:
    patterns = parse_patterns(["*.md", "!keep.md", "/keep.md"])
    assert chosen(patterns, ["keep.md"], is_folder=False) is True
    assert chosen(patterns, ["in", "keep.md"], is_folder=False) is False


def test_a_name_can_be_tied_to_its_folder() -> None:
    pattern = parse_pattern("*.md", anywhere=False)
    assert pattern.matches(["a.md"], is_folder=False)
    assert not pattern.matches(["in", "a.md"], is_folder=False)


@pytest.mark.parametrize(
    ("pattern", "start"),
    [("drafts/*.md", "drafts"), ("a/b/c.md", "a/b"), ("**/x", ""), ("a[1]/b", "")],
)
def test_the_folders_before_a_wildcard(pattern: str, start: str) -> None:
    assert literal_start(pattern) == start


@st.composite
def pattern_lines(draw: st.DrawFn) -> str:
    segments = draw(st.lists(st.sampled_from(SEGMENTS), min_size=1, max_size=3))
    before = draw(st.sampled_from(["", "", "/", "!", "!/"]))
    return before + "/".join(segments) + draw(st.sampled_from(["", "", "/"]))


@git
@given(
    st.dictionaries(
        st.sampled_from(["", "a", "a/b", "d"]),
        st.lists(pattern_lines(), min_size=1, max_size=4),
        min_size=1,
        max_size=2,
    )
)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_git_ignores_the_same(tmp_path: Path, lines: dict[str, list[str]]) -> None:
    shutil.rmtree(tmp_path)
    for folder in FOLDERS:
        (tmp_path / folder).mkdir(parents=True)
        for name in NAMES:
            (tmp_path / folder / name).touch()
    for folder, patterns in lines.items():
        (tmp_path / folder / ".gitignore").write_text("\n".join(patterns))
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    assert sorted(left(tmp_path, IgnoreRules())) == sorted(left_by_git(tmp_path))


def left(folder: Path, above: IgnoreRules) -> Iterator[str]:
    """Yield the files below a folder that aren't ignored, relative to the top."""
    rules = above.entered(str(folder))
    for path in folder.iterdir():
        if path.name.startswith("."):
            continue
        if rules.ignores(str(path), is_folder=path.is_dir()):
            continue
        if path.is_dir():
            yield from (f"{path.name}/{inner}" for inner in left(path, rules))
        else:
            yield path.name


def left_by_git(folder: Path) -> Iterable[str]:
    listed = subprocess.run(
        ["git", "ls-files", "--others", "--exclude-standard"],
        cwd=folder,
        check=True,
        capture_output=True,
        text=True,
    )
    paths = listed.stdout.splitlines()
    return [path for path in paths if not path.endswith(".gitignore")]
