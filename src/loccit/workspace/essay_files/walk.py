"""Walk through folders, and find the documents that may cite."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import TypeAlias

from loccit._startup.namedtuple import NamedTuple
from loccit.errors import UnreadableFile
from loccit.essays.formats import by_extension
from loccit.model import Place, Problem
from loccit.text_files.reading import unreadable
from loccit.workspace.essay_files.git_ignore import IgnoreRules
from loccit.workspace.folders import shown
from loccit.workspace.unread_formats import UNREAD_FORMATS

#: The most files to walk.  They take a second or two; more are hardly one project.
MOST_FILES = 200_000
#: Folders of dependencies, and of what programs build from a project.
MADE_BY_PROGRAMS = frozenset(
    [
        "__pycache__",
        "_book",
        "_build",
        "_site",
        "build",
        "dist",
        "node_modules",
        "site-packages",
        "target",
    ]
)
#: Hidden files, and those that Word keeps while a document is open.
_HIDDEN = (".", "~$")

Entry: TypeAlias = "os.DirEntry[str]"


class WalkedFolder(NamedTuple):
    """A folder on a walk.

    Attributes:
        path: the folder.
        entries: what is in it and not hidden, except the folders that are walked.
        rules: those of git that count in it; None if they don't count.
    """

    path: str
    entries: list[Entry]
    rules: IgnoreRules | None


class DocumentWalk:
    """A walk through folders, and what it noticed.

    Attributes:
        ignored: the essays that git ignores.
        problems: folders that can't be searched.
    """

    def __init__(self) -> None:
        self.ignored: list[Path] = []
        self.problems: list[Problem] = []

    def documents(self, start: str, rules: IgnoreRules | None) -> Iterator[str]:
        """Yield the paths of the documents in a folder and below.

        Args:
            start: the folder.
            rules: those of git that count there; None if they don't count.
        """
        for folder in self.folders(start, rules):
            for entry in folder.entries:
                if self._is_searched(entry, folder.rules):
                    yield entry.path

    def folders(self, start: str, rules: IgnoreRules | None) -> Iterator[WalkedFolder]:
        """Yield a folder and those below it that a project's files can be in.

        Args:
            start: the folder.
            rules: those of git that count there; None if they don't count.
        """
        links = _FollowedLinks(start)
        waiting = [(start, rules)]
        count = 0
        while waiting:
            folder, above = waiting.pop()
            entries = self._entries(folder)
            count += len(entries)
            if count > MOST_FILES:
                self.problems.append(_too_many(start))
                return
            inner = above.entered(folder) if above else None
            others = []
            for entry in entries:
                if _is_walked(entry, inner, links):
                    waiting.append((entry.path, inner))
                else:
                    others.append(entry)
            yield WalkedFolder(folder, others, inner)

    def _entries(self, folder: str) -> list[Entry]:
        """Return the entries of a folder that aren't hidden; none of an environment of
        Python.
        """
        try:
            with os.scandir(folder) as found:
                entries = list(found)
        except OSError as error:
            path = shown(Path(folder))
            self.problems.append(unsearched(unreadable(path, error)))
            return []
        if any(entry.name == "pyvenv.cfg" for entry in entries):
            return []
        return [entry for entry in entries if not entry.name.startswith(_HIDDEN)]

    def _is_searched(self, entry: Entry, rules: IgnoreRules | None) -> bool:
        """Return whether an entry is a document to search."""
        if not _is_document(entry):
            return False
        if rules is None or not rules.ignores(entry.path, is_folder=False):
            return True
        if by_extension(_suffix(entry)):
            self.ignored.append(shown(Path(entry.path)))
        return False


def unsearched(error: UnreadableFile) -> Problem:
    """Return the problem of a file or folder that can't be searched for citations."""
    place = error.place or Place()
    return Problem("unreadable-file", error.message, place, advice=error.advice)


def _too_many(folder: str) -> Problem:
    return Problem(
        "too-many-files",
        f"There are more than {MOST_FILES:,} files here; the rest was not searched.",
        Place(str(shown(Path(folder)))),
        advice='Name the essays in loccit.toml: essays = ["drafts/**/*.md"].',
    )


def _is_walked(entry: Entry, rules: IgnoreRules | None, links: _FollowedLinks) -> bool:
    """Return whether an entry is a folder to walk through."""
    if not _is_folder(entry) or entry.name in MADE_BY_PROGRAMS:
        return False
    if rules and rules.ignores(entry.path, is_folder=True):
        return False
    return not entry.is_symlink() or links.follow(entry.path)


def _is_folder(entry: Entry) -> bool:
    with suppress(OSError):  # symbolic links that lead to each other
        return entry.is_dir()
    return False


def _is_document(entry: Entry) -> bool:
    suffix = _suffix(entry)
    if suffix.casefold() not in UNREAD_FORMATS and not by_extension(suffix):
        return False
    with suppress(OSError):
        return entry.is_file()
    return False


def _suffix(entry: Entry) -> str:
    return Path(entry.name).suffix


class _FollowedLinks:
    """The folders that are walked.  A link is followed if it leads out of all of them,
    and not upwards, so that no walk goes on forever.
    """

    def __init__(self, start: str) -> None:
        self._start = Path(os.path.realpath(start))
        self._walked = [self._start]

    def follow(self, link: str) -> bool:
        target = Path(os.path.realpath(link))
        if self._start.is_relative_to(target):
            return False
        if any(target.is_relative_to(folder) for folder in self._walked):
            return False
        self._walked.append(target)
        return True
