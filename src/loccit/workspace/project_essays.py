"""The essays of a project, read from the disk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit.errors import UnreadableFile
from loccit.essays import Essay, read_essay
from loccit.model import Problem
from loccit.text_files.reading import read_bytes
from loccit.workspace.essay_files import find_essay_files
from loccit.workspace.essay_files.walk import unsearched
from loccit.workspace.membership import Membership


class ProjectEssays(NamedTuple):
    """The essays of a project.

    Attributes:
        essays: those that cite from its library, or might once they cite.
        unread: documents in formats that aren't read yet.
        ignored: files that git ignores, and that are not searched.
        problems: files and folders that can't be searched.
    """

    essays: Sequence[Essay]
    unread: Sequence[Path]
    ignored: Sequence[Path]
    problems: Sequence[Problem]


def read_essays(folders: Sequence[Path], library: Iterable[Path]) -> ProjectEssays:
    """Read the essays in folders, and below, that cite from a library.

    Args:
        folders: those of a project, absolute.
        library: the library's files, which are no essays whatever they are called.

    Raises:
        InvalidSettings: a settings file has a mistake.
    """
    files = find_essay_files(folders)
    members = Membership(library, folders)
    sources = {path.resolve() for path in library}
    problems = list(files.problems)
    essays = [
        essay
        for path in files.essays
        if path.resolve() not in sources
        and (essay := _read(path, problems))
        and members.has_essay(essay)
    ]
    unread = [path for path in files.unread if members.has_folder(path.parent)]
    return ProjectEssays(essays, unread, files.ignored, problems)


def _read(path: Path, problems: list[Problem]) -> Essay | None:
    """Read an essay; None for a file that isn't text, or can't be read."""
    try:
        data = read_bytes(path)
    except UnreadableFile as error:
        problems.append(unsearched(error))
        return None
    with suppress(UnreadableFile):  # not text
        return read_essay(data, str(path))
    return None
