"""A library that stays open: it is read again when its files have changed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path

from loccit.bibliography import Library, file_of, files_in, open_library
from loccit.bibliography.search.query import parse_query
from loccit.bibliography.search.word_index import Found
from loccit.drafting.opened.buffer import Buffer
from loccit.drafting.opened.search_library import SMALL, LibrarySearch
from loccit.errors import LoccitError
from loccit.model import Place, Problem, Range
from loccit.text_files.cache import Stamp, stamp_of

#: What tells whether a library has to be read again: the stamp of each file on the disk,
#: or the buffer of one that an editor has open.
State = Mapping[Path, Stamp | Buffer | None]


class OpenLibrary:
    """A library as its files were at one time.

    Attributes:
        paths: its files and folders.
        state: of its files when it was opened.
        library: the sources.
        error: why it could not be opened; `library` is empty then.
    """

    def __init__(
        self,
        paths: Sequence[Path],
        state: State,
    ) -> None:
        """Open a library.

        Args:
            paths: its files and folders, absolute.
            state: of its files, as they are to be read.
        """
        self.paths = tuple(paths)
        self.state = state
        self.error: LoccitError | None = None
        self._contents = {
            file: each.data for file, each in state.items() if isinstance(each, Buffer)
        }
        try:
            self.library = open_library(self.paths, contents=self._contents)
        except LoccitError as error:
            self.library = Library([], [_problem(error)])
            self.error = error

    @property
    def files(self) -> Sequence[Path]:
        """Its files, absolute."""
        return tuple(self.state)

    def find(self, typed: str, most: int = 50) -> Found:
        """Find the sources whose key, authors, title or year somebody may be typing.

        Args:
            typed: the beginnings of some words, or a key with slips of the pen.
            most: how many of the best matches to return.
        """
        return self._search.find(typed, most)

    def matching(self, query: str) -> Found:
        """Find all sources that a query means, as `loccit search` takes it; an empty one
        means all.

        Raises:
            InvalidQuery: it can't be understood.
        """
        return self._search.matching(parse_query(query) if query.strip() else ())

    def prepare(self) -> None:
        """Get ready for the first search, and the first key that is unknown."""
        self._search.prepare()
        self.library.nearest("")

    @cached_property
    def _search(self) -> LibrarySearch:
        # What is not saved yet is not in the index of words that is kept.  To make one
        # of a large library for each change would take minutes; there, what is not
        # saved is found by its key.
        is_small = len(self.library) <= SMALL
        files = () if self._contents and is_small else self.files
        return LibrarySearch(self.library, files)

    def place(self, key: str) -> Range | None:
        """Return the place of an entry; None if no file has it."""
        if key not in self.library:
            return None
        file, index = self.library.entry_of(key)
        found = file.range_of(index, "")
        return found if found.start.path else None


def state_of(paths: Sequence[Path], buffers: Mapping[Path, Buffer]) -> State:
    """Return the state of a library's files.

    Args:
        paths: its files and folders, absolute.
        buffers: what editors have open, by absolute paths.
    """
    files = dict.fromkeys(file for path in paths for file in _files_in(path))
    return {file: buffers.get(file) or stamp_of(file_of(file)) for file in files}


def _files_in(path: Path) -> Sequence[Path]:
    try:
        return files_in(path)
    except LoccitError:  # `open_library` says why
        return [path]


def _problem(error: LoccitError) -> Problem:
    place = error.place or Place()
    return Problem("unreadable-file", error.message, place, "error", error.advice)
