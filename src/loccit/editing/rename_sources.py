"""Change the keys of sources, in the library and in every essay: in all of them or in
none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from loccit.bibliography import open_library, read_file, unknown_key
from loccit.editing.library_file import (
    LibraryFile,
    changeable,
    locked,
    write_together,
)
from loccit.errors import InvalidChange
from loccit.model import Problem
from loccit.text_files.file_change import FileChange
from loccit.workspace.project import Project
from loccit.workspace.unread_formats import find_mentions


def rename_sources(keys: Mapping[str, str], project: Project) -> list[Path]:
    """Change the keys of sources, and return the files that changed.

    Args:
        keys: the new key of each.
        project: the library and the essays.

    Raises:
        UnknownKey: no source has one of the old keys.
        InvalidChange: a new key is taken, or can't be written in one of the files.
        LoccitError: a file can't be read or written.  Nothing is changed then.
    """
    files = project.library_files
    with locked(files):
        library = list(changeable(files, keys))
        _require_keys(keys, library, files)
        _refuse_taken(keys, files)
        changes = {file.path: _renamed(file, keys) for file in library}
        changes |= project.rename_in_essays(keys)
        return write_together(changes, files)


def left_as_written(keys: Iterable[str], project: Project) -> Iterator[Problem]:
    """Yield a warning for each place that has an old key in a document that isn't read
    yet, and so isn't changed.
    """
    for mention in find_mentions(list(keys), project.found.unread):
        yield Problem(
            "unread-document",
            f"`{mention.key}` is not changed here, because {mention.format} is not "
            f"read yet: {mention.line}",
            mention.place,
            "warning",
            "Change it by hand.",
        )


def _require_keys(
    keys: Iterable[str], library: Iterable[LibraryFile], files: Sequence[Path]
) -> None:
    """Raise UnknownKey for a key that no source has."""
    known = {key for file in library for key in file.keys}
    for key in keys:
        if key not in known:
            raise unknown_key(key, open_library(files).nearest(key))


def _refuse_taken(keys: Mapping[str, str], files: Sequence[Path]) -> None:
    """Raise InvalidChange for a new key that another source has, or is to have."""
    given: set[str] = set()
    for new in keys.values():
        if new in given:
            raise InvalidChange(f"Two sources can't both have the key `{new}`.")
        given.add(new)
    for path in files:
        file = read_file(path)[0]
        for index, key in enumerate(file.keys):
            if key in given:
                raise InvalidChange(
                    f"The key `{key}` is taken.",
                    place=file.place(index),
                    advice="Choose another.",
                )


def _renamed(file: LibraryFile, keys: Mapping[str, str]) -> FileChange:
    edits = file.editable.rename(keys)
    new_keys = [keys.get(key, key) for key in file.keys]
    return FileChange(file.data, file.with_edits(edits, new_keys))
