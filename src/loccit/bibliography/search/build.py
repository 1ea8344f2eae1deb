"""Make the index of a very large library: the program of `Building`.

python -m loccit.bibliography.search.build PATH...

Entries are read by as many processes as there are processors: that is nearly all of the
work.  They end with this one, however it ends.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path
from threading import Thread

from loccit.bibliography.files import files_in
from loccit.bibliography.library import Library, open_library
from loccit.bibliography.search.building import Building
from loccit.bibliography.search.kept_index import KeptIndex
from loccit.bibliography.search.rows import Entry, Row, rows_of

#: How many entries a process reads at a time.
_SOME = 1_000


def build(paths: Sequence[Path]) -> None:
    """Make the index of the library in these files and folders, unless it is made."""
    files = list(dict.fromkeys(file for path in paths for file in files_in(path)))
    kept = KeptIndex(files)
    with Building(kept, paths).alone():
        if kept.is_current():
            return
        digests = kept.digests()
        changes = kept.changes(open_library(paths))
        kept.change(changes, _read(paths, changes.new), digests)


def _read(paths: Sequence[Path], entries: Sequence[Entry]) -> Iterator[Row]:
    """Yield the rows of the entries that can be read."""
    parts = [entries[start : start + _SOME] for start in range(0, len(entries), _SOME)]
    with ProcessPoolExecutor(initializer=_begin, initargs=(paths,)) as pool:
        for rows in pool.map(_Reader.rows, parts):
            yield from rows


class _Reader:
    """A process that reads entries."""

    library: Library

    @classmethod
    def rows(cls, entries: Sequence[Entry]) -> list[Row]:
        return list(rows_of(cls.library, entries))


def _begin(paths: Sequence[Path]) -> None:
    """Open the library of a process that reads, and end with the one it is for."""
    Thread(target=_end_with_parent, daemon=True).start()
    _Reader.library = open_library(paths)


def _end_with_parent() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
        os._exit(1)


if __name__ == "__main__":
    build([Path(path) for path in sys.argv[1:]])
