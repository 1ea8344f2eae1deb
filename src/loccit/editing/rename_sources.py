"""Change the keys of sources, in the library and in every essay: in all of them or in
none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography import Library, SourceFile, read_file, unknown_key
from loccit.editing.import_memory import rename_in_memory
from loccit.editing.library_file import (
    LibraryFile,
    library_file,
    locked,
    open_library_file,
    write_together,
)
from loccit.errors import InvalidChange
from loccit.model import Problem
from loccit.text_files.file_change import FileChange
from loccit.workspace.project import Project
from loccit.workspace.unread_formats import find_mentions


class _Read(NamedTuple):
    """A file of the library.

    Attributes:
        path: the file.
        file: its entries, with the keys that they are cited by.
        own_keys: the key that each entry has in the file; one that was made if it has
            none.
    """

    path: Path
    file: SourceFile
    own_keys: Sequence[str]


def rename_sources(
    keys: Mapping[str, str], project: Project, *, dry_run: bool = False
) -> dict[Path, FileChange]:
    """Change the keys of sources, and return the files that changed.

    Args:
        keys: the new key of each; a key that was made for an entry is written into the
            entry, and may stay as it is.
        project: the library and the essays.
        dry_run: write nothing.

    Raises:
        UnknownKey: no source has one of the old keys.
        InvalidChange: a new key is taken, or can't be written in one of the files.
        LoccitError: a file can't be read or written.  Nothing is changed then.
    """
    files = project.library_files
    with locked(files):
        read = [_read(path) for path in files]
        library = Library([each.file for each in read])
        _require_keys(keys, library)
        _refuse_taken(keys, read)
        changes = {each.path: _renamed(each, keys) for each in _changeable(read, keys)}
        other = {old: new for old, new in keys.items() if old != new}
        changes |= project.rename_in_essays(other)
        changed = write_together(changes, files, dry_run=dry_run)
        if not dry_run:
            rename_in_memory(other, files)
        return changed


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


def _read(path: Path) -> _Read:
    file = read_file(path)[0]
    return _Read(path, file, tuple(file.keys))


def _require_keys(keys: Iterable[str], library: Library) -> None:
    """Raise UnknownKey for a key that no source has."""
    for key in keys:
        if key not in library:
            raise unknown_key(key, library.nearest(key))


def _refuse_taken(keys: Mapping[str, str], files: Iterable[_Read]) -> None:
    """Raise InvalidChange for a new key that another source has, or is to have."""
    given: set[str] = set()
    for new in keys.values():
        if new in given:
            raise InvalidChange(f"Two sources can't both have the key `{new}`.")
        given.add(new)
    for _, file, _ in files:
        for index, key in enumerate(file.keys):
            if key in given and keys.get(key) != key:
                raise InvalidChange(
                    f"The key `{key}` is taken.",
                    place=file.place(index),
                    advice="Choose another.",
                )


def _changeable(files: Iterable[_Read], keys: Mapping[str, str]) -> Iterator[_Read]:
    """Yield the files that can be changed in place.

    Raises:
        InvalidChange: one that can't has a source with one of the keys.
    """
    for each in files:
        try:
            open_library_file(each.path)
        except InvalidChange:
            if any(key in keys for key in each.file.keys):
                raise
            continue
        yield each


def _renamed(read: _Read, keys: Mapping[str, str]) -> FileChange:
    """Change the keys in a file: where an entry has one, where others name it, and of
    entries that have none yet.
    """
    opened = open_library_file(read.path)
    in_file = set(opened.keys)
    renamed = dict(keys)
    given: dict[int, str] = {}
    for index in read.file.made_keys:
        key, own = read.file.keys[index], read.own_keys[index]
        if key not in keys:
            continue
        if own in in_file:  # an address
            renamed[own] = keys[key]
        else:
            given[index] = keys[key]
    changed = _with_other_keys(opened, renamed)
    if given:
        changed = library_file(read.path, changed).with_given_keys(given)
    return FileChange(opened.data, changed)


def _with_other_keys(file: LibraryFile, keys: Mapping[str, str]) -> bytes:
    edits = file.editable.rename(keys)
    new_keys = [keys.get(key, key) for key in file.keys]
    return file.with_edits(edits, new_keys)
