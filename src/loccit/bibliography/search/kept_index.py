"""The index of words that the cache keeps of a library."""

from __future__ import annotations

import hashlib
import json
import shutil
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing, suppress
from pathlib import Path

from loccit._startup.version import __version__
from loccit.bibliography.library import Library
from loccit.bibliography.search.rows import Entry, Row
from loccit.bibliography.search.word_index import WordIndex
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

    def lacks(self, library: Library, many: int) -> bool:
        """Return whether the index lacks more than so many entries of the library."""
        try:
            with closing(WordIndex.kept(self.file)) as old:
                return old.is_worn(library) or len(old.changes(library).new) > many
        except sqlite3.Error:
            return len(library) > many

    def update(
        self,
        library: Library,
        digests: Sequence[str],
        read: Callable[[Sequence[Entry]], Iterable[Row]],
    ) -> None:
        """Make the index that of the library.

        Nothing changes if it can't be written, or if the files change meanwhile.

        Args:
            library: the library of the files.
            digests: of the files, from before they were read.
            read: returns the rows of new entries.

        Raises:
            sqlite3.Error: it can't be written, or the old one is broken.
        """

        def make(new: Path) -> None:
            index = self._copy(library, new)
            with closing(index):
                changes = index.changes(library)
                index.change(changes, read(changes.new), digests)
            if self.digests() != digests:
                raise OSError("The files have changed meanwhile.")

        replace(self.file, make)

    def digests(self) -> list[str]:
        """Return the digest of each file, or `""` for one that can't be read."""
        return [_digest(file) for file in self._files]

    def _copy(self, library: Library, new: Path) -> WordIndex:
        """Copy the old index, or make an empty one."""
        with suppress(sqlite3.Error, OSError):
            with closing(WordIndex.kept(self.file)) as old:
                is_worn = old.is_worn(library)
            if not is_worn:
                shutil.copyfile(self.file, new)
                return WordIndex.copied(str(new))
        return WordIndex.new(str(new))


def _digest(file: Path) -> str:
    try:
        return digest_of(file)
    except UnreadableFile:
        return ""
