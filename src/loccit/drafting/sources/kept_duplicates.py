"""The duplicates of a library, found once and kept until the library changes."""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock

from loccit.bibliography.duplicates import Pair, find_duplicates
from loccit.drafting.opened.open_library import OpenLibrary


class KeptDuplicates:
    """Finds the duplicates of one library at a time; of a very large one that takes half a
    minute, and a second tab that asks waits for the same answer.
    """

    def __init__(self) -> None:
        self._library: OpenLibrary | None = None
        self._pairs: Sequence[Pair] = ()
        self._lock = Lock()

    def of(self, library: OpenLibrary) -> Sequence[Pair]:
        """Return the pairs of entries that are the same work."""
        with self._lock:
            if self._library is not library:
                self._pairs = tuple(find_duplicates(library.library))
                self._library = library
            return self._pairs
