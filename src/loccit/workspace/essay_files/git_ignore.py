"""The files that git ignores: the rules of `.gitignore` and `.git/info/exclude`.

The rules count outside of a git repository too.  git's settings for all repositories of
a user (`core.excludesFile`) are not read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import pairwise
from pathlib import Path

from loccit._startup.dataclass import dataclass
from loccit.workspace.essay_files.file_patterns import (
    FilePattern,
    chosen,
    parse_patterns,
)
from loccit.workspace.folders import folder_and_above


@dataclass(frozen=True, slots=True)
class IgnoreFile:
    """The patterns of one file, and the folder that they are relative to."""

    folder: str
    patterns: tuple[FilePattern, ...]


@dataclass(frozen=True, slots=True)
class IgnoreRules:
    """The rules that count in a folder; a later file has precedence over an earlier
    one.
    """

    files: tuple[IgnoreFile, ...] = ()

    def ignores(self, path: str, *, is_folder: bool) -> bool:
        """Return whether a path in this folder is ignored."""
        for file in reversed(self.files):
            inner = Path(path).relative_to(file.folder).parts
            ignored = chosen(file.patterns, inner, is_folder=is_folder)
            if ignored is not None:
                return ignored
        return False

    def entered(self, folder: str) -> IgnoreRules:
        """Return the rules that count in a folder in this one."""
        files = self.files
        if _is_repository(folder):
            files = tuple(_ignore_files(folder, _exclude_file(Path(folder))))
        own = _ignore_files(folder, Path(folder, ".gitignore"))
        return IgnoreRules((*files, *own))


def rules_above(folder: Path) -> IgnoreRules:
    """Return the rules that count for a folder because of those that it is in.

    There are none where git ignores the folder itself, as in a home folder that is a
    repository for a few settings and ignores all else.
    """
    above = [str(path) for path in folder_and_above(folder)]
    repository = next((path for path in above if _is_repository(path)), None)
    if repository is None:
        return IgnoreRules()
    way_down = above[above.index(repository) :: -1]
    rules = IgnoreRules()
    for outer, inner in pairwise(way_down):
        rules = rules.entered(outer)
        if rules.ignores(inner, is_folder=True):
            return IgnoreRules()
    return rules


def _is_repository(folder: str) -> bool:
    with suppress(OSError):  # a folder that may not be read
        return Path(folder, ".git").exists()
    return False


def _ignore_files(folder: str, path: Path) -> Iterator[IgnoreFile]:
    """Read a file of patterns; nothing if it is missing."""
    with suppress(OSError):
        text = path.read_text("utf-8-sig", errors="replace")
        yield IgnoreFile(folder, tuple(parse_patterns(text.splitlines())))


def _exclude_file(folder: Path) -> Path:
    """Return a repository's own file of patterns (gitrepository-layout(5)).

    In a worktree or submodule `.git` is a file that names the folder, and that one may
    name the folder that all worktrees share.
    """
    git = folder / ".git"
    with suppress(OSError):
        if git.is_file():
            git = folder / git.read_text("utf-8").removeprefix("gitdir:").strip()
        shared = git / "commondir"
        if shared.is_file():
            git = git / shared.read_text("utf-8").strip()
    return git / "info" / "exclude"
