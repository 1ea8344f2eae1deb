"""Search a library, with a cached index if it is large."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from loccit.bibliography.files import files_in
from loccit.bibliography.library import Library, open_library
from loccit.bibliography.search.building import Building
from loccit.bibliography.search.first_matches import first_matches
from loccit.bibliography.search.kept_index import KeptIndex
from loccit.bibliography.search.query import Term, parse_query
from loccit.bibliography.search.rows import rows_of
from loccit.bibliography.search.word_index import Found, WordIndex
from loccit.model import Source

#: A library of fewer bytes is read without a noticeable delay.
_SMALL = 200_000
#: The index of one with more bytes is made by processes of its own.
_LARGE = 8_000_000
#: So many new entries are read at once.
_FEW = 2_000


def search(
    paths: Sequence[Path],
    terms: Sequence[Term],
    most: int | None = None,
    *,
    at_once: bool = False,
) -> Found:
    """Find the sources in these files and folders that match all terms.

    Args:
        paths: the files and folders of the library.
        terms: the query.
        most: the number of best matches to return; None for all.
        at_once: whether not to wait for the first index of a very large library: the
            answer may then lack sources, and says so.

    Raises:
        UnreadableFile: as in `open_library`.
    """
    files = list(dict.fromkeys(file for path in paths for file in files_in(path)))
    if not is_kept(files):
        return WordIndex.of(open_library(paths)).search(terms, most)
    size = _size(files)
    kept = KeptIndex(files)
    try:
        if index := kept.current():
            return index.search(terms, most)
    except sqlite3.Error:  # it is missing or broken
        kept.delete()
    digests = kept.digests()
    library = open_library(paths)
    changes = kept.changes(library)
    if size >= _LARGE and len(changes.new) > _FEW:
        building = Building(kept, paths)
        if at_once and building.begin(digests):
            return first_matches(library, terms, most)
        building.wait()
    else:
        kept.change(changes, rows_of(library, changes.new), digests)
    with suppress(sqlite3.Error):
        if index := kept.current():
            return index.search(terms, most)
    # The cache can't be written to, or the files are just being changed.
    return WordIndex.of(library).search(terms, most)


def is_kept(files: Sequence[Path]) -> bool:
    """Return whether the index of a library is kept: it is not small, and in files."""
    # A collection in Zotero's database is no file, whose content could be known again.
    return all(file.is_file() for file in files) and _size(files) >= _SMALL


def _size(files: Sequence[Path]) -> int:
    """Return how many bytes files have together."""
    return sum(file.stat().st_size for file in files if file.is_file())


def search_sources(library: Library, query: str) -> list[Source]:
    """Return the sources of a library that a query finds, the best match first.

    Args:
        library: an open library.
        query: words and fields, as `loccit search` takes them.

    Raises:
        InvalidQuery: the query can't be understood.

    >>> from loccit import read_library
    >>> library = read_library("@book{a, title={Emma}} @book{b, title={Persuasion}}")
    >>> [source.key for source in search_sources(library, "title:emma")]
    ['a']
    """
    found = WordIndex.of(library).search(parse_query(query))
    return [library.require(each.key) for each in found.summaries]
