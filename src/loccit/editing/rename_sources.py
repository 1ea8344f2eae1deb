"""Other keys for sources, in the library and in every essay at once: in all of them, or
in none.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path

from loccit import csl, essays
from loccit.bibliography import open_library
from loccit.bibliography.files import read_file
from loccit.bibliography.nearest import unknown_key
from loccit.editing.library_file import LibraryFile, changeable, locked, write_together
from loccit.errors import InvalidChange
from loccit.essays.rename import rename_keys
from loccit.text_files.file_change import FileChange
from loccit.workspace.essay_library import essay_settings


def rename_sources(
    keys: Mapping[str, str], files: Sequence[Path], folder: Path | None
) -> list[Path]:
    """Give sources other keys; the files that were changed.

    Args:
        keys: the keys that they have, each with the one it is to be.
        files: the library's.
        folder: where the essays are, in it and in the folders in it.

    Raises:
        UnknownKey: no source has one of the keys.
        InvalidChange: a new one is another's, or can't stand in one of the files.
        LoccitError: a file can't be read or written.  Nothing is changed then.
    """
    with locked(files):
        library = list(changeable(files, keys))
        had = {key for file in library for key in file.keys}
        for old in keys:
            if old not in had:
                raise unknown_key(old, open_library(files).nearest(old))
        _refuse_taken(keys, files)
        changes = {file.path: _renamed(file, keys) for file in library}
        changes |= essay_changes(keys, files, folder)
        return write_together(changes, files)


def _renamed(file: LibraryFile, keys: Mapping[str, str]) -> FileChange:
    new_keys = [keys.get(key, key) for key in file.keys]
    return FileChange(file.data, file.with_edits(file.editable.rename(keys), new_keys))


def essay_changes(
    keys: Mapping[str, str], files: Sequence[Path], folder: Path | None
) -> dict[Path, FileChange]:
    """The essays that cite sources by these keys, each with its bytes now and those
    with the other keys.

    Raises:
        LoccitError: one can't be read, or can't cite such a key.
    """
    words = csl.locator_terms("en-US")
    changes = {}
    for essay, old in _citing(keys, files, folder) if folder else ():
        renamed = rename_keys(essay, {key: keys[key] for key in old}, words)
        changes[Path(essay.path)] = FileChange(essay.data, renamed)
    return changes


def _refuse_taken(keys: Mapping[str, str], files: Sequence[Path]) -> None:
    """Raise InvalidChange where a new key is there already, or given twice."""
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


def _citing(
    keys: Collection[str], files: Sequence[Path], folder: Path
) -> Iterator[tuple[essays.Essay, Collection[str]]]:
    """The essays that may mean sources of the library by some of the keys, with these."""
    ours = {path.resolve() for file in files for path in (file, file.parent)}
    for essay in essays.essays_in(folder):
        if not any(key in essay.text for key in keys):
            continue
        settings = essay_settings(essay)
        its_own = {str(source.get("id", "")) for source in settings.references}
        elsewhere = settings.bibliography and not ours & {
            named.resolve() for named in settings.bibliography
        }
        if not elsewhere and (meant := set(keys) - its_own):
            yield essay, meant
