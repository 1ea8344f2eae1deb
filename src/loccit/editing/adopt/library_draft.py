"""A library with sources that are not written yet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from types import MappingProxyType

from loccit.bibliography import (
    Library,
    SourceFile,
    is_in_database,
    open_library,
    read_data,
    read_file,
)
from loccit.editing.add_sources import with_more
from loccit.editing.library_file import LibraryFile, library_file, open_library_file
from loccit.errors import InvalidChange
from loccit.model import Place, Source
from loccit.text_files.file_change import FileChange
from loccit.workspace.library_files import file_for_new


class LibraryDraft:
    """The files of a library, and what one of them has more than on the disk."""

    def __init__(
        self,
        files: Sequence[Path],
        into: Path | None,
        contents: Mapping[Path, bytes] = MappingProxyType({}),
    ) -> None:
        """Begin with the library as it is.

        Args:
            files: the library's.
            into: the file for new sources, which may be missing; None for the only one.
            contents: of files that an editor has open, by their absolute paths.
        """
        self.files = files
        self._contents = contents
        self._into = into
        self._before: bytes | None = None
        self._after: LibraryFile | None = None

    def library(self, references: Sequence[Mapping[str, object]] = ()) -> Library:
        """Return the library, new sources included.

        Args:
            references: an essay's own sources.
        """
        if self._after is None:
            return open_library(self.files, references, self._contents)
        own = open_library([], references)
        return Library([*self._read_files()], own=[*own])

    def add(self, sources: Sequence[Source]) -> None:
        """Add sources to the file for new ones.

        Raises:
            LoccitError: the file can't be read or changed.
        """
        self._after = library_file(self.target, with_more(sources, self._file()))

    @cached_property
    def target(self) -> Path:
        """The file for new sources.

        Raises:
            LoccitError: there are several that they could go into, or only Zotero's.
        """
        target = file_for_new(self.files, self._into)
        if is_in_database(target):
            raise InvalidChange(
                "New sources can't go into Zotero's library, which only Zotero changes.",
                place=Place(str(target)),
                advice="Name a file for them: `--into sources.bib`.",
            )
        return target

    @property
    def change(self) -> FileChange | None:
        """The change of the file for new sources, if it has any."""
        if self._before is None or self._after is None:
            return None
        return FileChange(self._before, self._after.data)

    def _read_files(self) -> Iterator[SourceFile]:
        """Read the files of the library in their order, with what is new."""
        file = self._file()
        for path in dict.fromkeys([*self.files, self.target]):
            is_target = path == self.target
            data = file.data if is_target else self._contents.get(path.absolute())
            yield (read_file(path) if data is None else read_data(data, path))[0]

    def _file(self) -> LibraryFile:
        if self._after is None:
            self._after = self._opened(self.target)
            self._before = self._after.data
        return self._after

    def _opened(self, path: Path) -> LibraryFile:
        data = self._contents.get(path.absolute())
        if data is None:
            return open_library_file(path, new=True)
        return library_file(path, data)
