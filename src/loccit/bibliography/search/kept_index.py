"""The index of words that the cache keeps of a library."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path

from loccit._startup.version import __version__
from loccit.bibliography.library import Library
from loccit.bibliography.search.rows import Row
from loccit.bibliography.search.word_index import Changes, WordIndex, all_new
from loccit.errors import UnreadableFile
from loccit.text_files.cache import digest_of, folder, replace


class KeptIndex:
    """The index of a library's words, in a file that is only ever replaced.

    So no process has to wait for another, and one that is killed leaves the old index.
    """

    def __init__(self, files: Sequence[Path]) -> None:
        """Take the files of a library, in order."""
        self._files = files
        names = json.dumps([str(file.absolute()) for file in files])
        data = names.encode("utf-8", "surrogateescape")
        name = f"{hashlib.sha256(data).hexdigest()}.{__version__}.words"
        self.file = folder() / name

    def current(self) -> WordIndex | None:
        """Open the index; None if the library has changed since it was made.

        Raises:
            sqlite3.Error: it is missing or broken.
        """
        index = WordIndex.kept(self.file)
        if index.is_of(self.digests()):
            return index
        index.close()
        return None

    def is_current(self) -> bool:
        """Return whether the index is that of the files as they are."""
        try:
            index = self.current()
        except sqlite3.Error:
            return False
        if index:
            index.close()
        return index is not None

    def delete(self) -> None:
        """Delete the index, because it is broken."""
        with suppress(OSError):
            self.file.unlink()

    def changes(self, library: Library) -> Changes:
        """Return what has changed in the library of the files since it was made."""
        try:
            with closing(WordIndex.kept(self.file)) as old:
                return old.changes(library)
        except sqlite3.Error:
            return all_new(library.keys())

    def change(
        self, changes: Changes, rows: Iterable[Row], digests: Sequence[str]
    ) -> None:
        """Make the index that of the library.

        Nothing changes if it can't be written, or if the files change meanwhile.

        Args:
            changes: what has changed in the library.
            rows: those of its new entries.
            digests: of the files, from before they were read.
        """

        def make(new: Path) -> None:
            with closing(self._beginning(changes, new)) as index:
                index.change(changes, rows, digests)
            if self.digests() != digests:
                raise OSError("The files have changed meanwhile.")

        try:
            replace(self.file, make)
        except sqlite3.Error:  # a full disk, or a broken index to begin with
            self.delete()

    def digests(self) -> list[str]:
        """Return the digest of each file, or `""` for one that can't be read."""
        return [_digest(file) for file in self._files]

    def _beginning(self, changes: Changes, new: Path) -> WordIndex:
        """Copy the index to change it, or make an empty one."""
        if changes.moved is None:
            return WordIndex.new(str(new))
        shutil.copyfile(self.file, new)
        return WordIndex.copied(str(new))


def _digest(file: Path) -> str:
    try:
        return digest_of(file)
    except UnreadableFile:
        return ""
