"""Undo an adoption, with the help of the journal."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit.editing.adopt.journal import (
    JOURNAL,
    ChangedFile,
    Record,
    journal_change,
    read_journal,
)
from loccit.editing.adopt.undo_changes import text_as_it_was, without_sources
from loccit.editing.library_file import locked, write_together
from loccit.errors import InvalidChange
from loccit.workspace.settings import Settings


class Undone(NamedTuple):
    """What was undone.

    Attributes:
        essays: the essays that are as they were.
        removed: the keys of the sources that were removed from the library.
        kept: the keys of those that stay, since they were changed or are cited elsewhere.
    """

    essays: Sequence[Path]
    removed: Sequence[str]
    kept: Sequence[str]


def undo_adoption(
    folders: Sequence[Path], essay: Path | None, settings: Settings
) -> Undone:
    """Undo the last adoption, or the last one of an essay with all that it changed.

    Args:
        folders: where a journal may be.
        essay: the essay; None for the last adoption of all.
        settings: those of the command, which say where the library is.

    Raises:
        InvalidChange: there is nothing to undo, or what was adopted has been changed.
        LoccitError: a file can't be read or written; all are as they were.
    """
    for folder in folders:
        records = read_journal(folder)
        found = _last(records, essay, folder)
        if found is not None:
            return _undo(found, records, folder, settings)
    what = f"of `{essay}`" if essay else "here"
    raise InvalidChange(
        f"No adoption {what} can be undone.",
        advice="The journal, `.loccit-adopted` beside the library, has none.",
    )


def _last(records: Sequence[Record], essay: Path | None, folder: Path) -> Record | None:
    """Return the last record, or the last one that has an essay."""
    for record in reversed(records):
        paths = [folder / file.path for file in record.essays]
        if essay is None or any(_are_same(path, essay) for path in paths):
            return record
    return None


def _are_same(one: Path, other: Path) -> bool:
    return one.resolve() == other.resolve()


def _undo(
    record: Record, records: Sequence[Record], folder: Path, settings: Settings
) -> Undone:
    held = [folder / file.path for file in record.library] or [folder / JOURNAL]
    left = [each for each in records if each is not record]
    with locked(held):
        essays = {
            path: text_as_it_was(path, file) for path, file in _paths(record, folder)
        }
        sources = without_sources(record, folder, essays, settings)
        journal = journal_change(folder, left)
        write_together({**essays, **sources.changes, **journal}, held)
        emptied = [
            folder / file.path
            for file in record.library
            if file.is_new and not sources.changes[folder / file.path].after
        ]
        for path in [*emptied, *([] if left else journal)]:
            path.unlink()
    for path in emptied:
        with suppress(OSError):  # something else is there
            path.parent.rmdir()
    kept = [key for key in record.keys if key not in sources.removed]
    return Undone([*essays], sources.removed, kept)


def _paths(record: Record, folder: Path) -> Iterator[tuple[Path, ChangedFile]]:
    for file in record.essays:
        yield Path(os.path.normpath(folder / file.path)), file
