"""Find the essays below a folder, and the documents in formats that aren't read yet.

All files count that an essay format knows by their extension, except hidden ones, those
that git ignores, pages beside an essay of the same name, and those in folders that
programs make.  With the setting `essays` only the files count that its patterns choose,
ignored by git or not.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit.essays.formats import by_extension
from loccit.model import Problem
from loccit.workspace.essay_files.file_patterns import (
    FilePattern,
    literal_start,
    parse_pattern,
)
from loccit.workspace.essay_files.git_ignore import rules_above
from loccit.workspace.essay_files.walk import DocumentWalk
from loccit.workspace.folders import shown
from loccit.workspace.settings_file import SettingsFile, find_settings_file

#: The extensions of pages.
_PAGES = (".html", ".htm", ".xhtml")


class EssayFiles(NamedTuple):
    """The files below some folders that may cite.

    Attributes:
        essays: those in a format that is read.
        unread: documents in formats that aren't read yet.
        ignored: files that would be essays, but git ignores them; those in a folder
            that git ignores are not listed.
        problems: folders that can't be searched.
    """

    essays: list[Path]
    unread: list[Path]
    ignored: list[Path]
    problems: list[Problem]


def find_essay_files(folders: Iterable[Path]) -> EssayFiles:
    """Find the essays, and the documents that aren't read yet, in folders and below.

    Raises:
        InvalidSettings: the settings file of a folder has a mistake.
    """
    walk = DocumentWalk()
    found: dict[str, Path] = {}
    for folder in folders:
        for path in sorted(_documents(folder.absolute(), walk)):
            # A symbolic link is another name for a file, not another essay.
            file = os.path.realpath(path)
            found.setdefault(file, shown(Path(path)))
    essays: list[Path] = []
    unread: list[Path] = []
    documents = _without_pages(found.values())
    for document in sorted(documents):
        if by_extension(document.suffix):
            essays.append(document)
        else:
            unread.append(document)
    return EssayFiles(essays, unread, sorted(walk.ignored), walk.problems)


def _without_pages(documents: Collection[Path]) -> list[Path]:
    """Leave out the pages that programs made of essays: `essay.html` beside `essay.md`."""
    sources = {path.with_suffix("") for path in documents if not _is_page(path)}
    return [
        path
        for path in documents
        if not (_is_page(path) and path.with_suffix("") in sources)
    ]


def _is_page(path: Path) -> bool:
    return path.suffix.casefold() in _PAGES


def _documents(folder: Path, walk: DocumentWalk) -> Iterator[str]:
    file = find_settings_file(folder)
    if file and file.essays:
        return _chosen_documents(file, folder, walk)
    return walk.documents(str(folder), rules_above(folder))


def _chosen_documents(
    file: SettingsFile, folder: Path, walk: DocumentWalk
) -> Iterator[str]:
    """Yield the documents in `folder` that the setting `essays` chooses."""
    patterns = [parse_pattern(text, anywhere=False) for text in file.essays]
    for start in _starts(file):
        for name in walk.documents(str(start), None):
            path = Path(name)
            inner = path.relative_to(file.path.parent)
            if path.is_relative_to(folder) and is_chosen(inner.parts, patterns):
                yield name


def _starts(file: SettingsFile) -> list[Path]:
    """Return the folders to walk for the patterns of a settings file."""
    base = file.path.parent
    starts = set()
    for pattern in file.essays:
        start = base / literal_start(pattern)
        if not pattern.startswith("!") and start.is_dir():
            starts.add(start)
    return sorted(starts)


def is_chosen(path: Sequence[str], patterns: Sequence[FilePattern]) -> bool:
    """Return whether the patterns choose a file, by the last one that matches the file
    or a folder that it is in.
    """
    for pattern in reversed(patterns):
        if _reaches(pattern, path):
            return not pattern.excludes
    return False


def _reaches(pattern: FilePattern, path: Sequence[str]) -> bool:
    if pattern.matches(path, is_folder=False):
        return True
    folders = (path[:depth] for depth in range(1, len(path)))
    return any(pattern.matches(folder, is_folder=True) for folder in folders)
