"""Another key for a source, in the library and in every essay at once: in all of them, or in none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from loccit import csl, essays
from loccit.bibliography.files import read_file
from loccit.change_library import LibraryFile, change_files, journal_beside, locked, open_library_file
from loccit.errors import InvalidChange, UnknownKey
from loccit.essays.formats import by_extension
from loccit.resolve import essay_settings


def rename_source(old: str, new: str, files: Sequence[Path], folder: Path | None) -> list[Path]:
    """Give a source another key; the files that were changed.

    Args:
        old: the key it has.
        new: the one it gets.
        files: the library's.
        folder: where the essays are, in it and in the folders in it.

    Raises:
        UnknownKey: no source has the old key.
        InvalidChange: another has the new one, or it can't stand in one of the files.
        LoccitError: a file can't be read or written.  Nothing is changed then.
    """
    with locked(files):
        library = list(_changeable(files, old))
        if not any(old in file.keys for file in library):
            raise UnknownKey(f"No source has the key `{old}`.")
        for path in files:
            if new in (keys := read_file(path)[0].keys):
                place = read_file(path)[0].place(list(keys).index(new))
                raise InvalidChange(f"The key `{new}` is taken.", place=place, advice="Choose another.")
        before = {file.path: file.data for file in library}
        after = {}
        for file in library:
            keys = [new if key == old else key for key in file.keys]
            after[file.path] = file.with_edits(file.editable.rename(old, new), keys)
        for essay in _citing(folder, old, files) if folder else ():
            path = Path(essay.path)
            before[path], after[path] = essay.data, essays.rename_key(essay, old, new, csl.locator_terms("en-US"))
        changed = {path: data for path, data in after.items() if data != before[path]}
        change_files(changed, before, journal_beside(min(files)))
    return list(changed)


def _changeable(files: Sequence[Path], key: str) -> Iterator[LibraryFile]:
    """The files that can be changed in place; one that can't, and has the source, is an error."""
    for path in files:
        try:
            yield open_library_file(path)
        except InvalidChange:
            if key in read_file(path)[0].keys:
                raise


def _citing(folder: Path, key: str, files: Sequence[Path]) -> Iterator[essays.Essay]:
    """The essays that may mean one of the library's sources by `key`."""
    ours = {path.resolve() for file in files for path in (file, file.parent)}
    for path in sorted(path for path in folder.rglob("*") if by_extension(path.suffix) and path.is_file()):
        if key.encode() not in path.read_bytes():
            continue
        essay = essays.open_essay(path)
        settings = essay_settings(essay)
        its_own = any(str(source.get("id", "")) == key for source in settings.references)
        elsewhere = settings.bibliography and not ours & {named.resolve() for named in settings.bibliography}
        if not its_own and not elsewhere:
            yield essay
