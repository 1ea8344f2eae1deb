"""Search a library, with a cached index if it is large."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from loccit._startup.version import __version__
from loccit.bibliography.files import files_in
from loccit.bibliography.library import Library, open_library
from loccit.bibliography.search.query import Term, parse_query
from loccit.bibliography.search.word_index import Found, WordIndex
from loccit.errors import UnreadableFile
from loccit.model import Source
from loccit.text_files.cache import digest_of, folder, replace

#: A library of fewer bytes is read without a noticeable delay.
_SMALL = 200_000


def search(
    paths: Sequence[Path], terms: Sequence[Term], most: int | None = None
) -> Found:
    """Find the sources in these files and folders that match all terms.

    Args:
        paths: the files and folders of the library.
        terms: the query.
        most: the number of best matches to return; None for all.

    Raises:
        UnreadableFile: as in `open_library`.
    """
    files = list(dict.fromkeys(file for path in paths for file in files_in(path)))
    if sum(file.stat().st_size for file in files) < _SMALL:
        return WordIndex.empty().updated(open_library(paths), []).search(terms, most)
    kept = _kept_file(files)
    digests = _digests(files)
    index = WordIndex.empty()
    with suppress(sqlite3.Error):  # the index is missing or broken
        index = WordIndex.kept(kept)
        if index.is_of(digests):
            return index.search(terms, most)
    index = _updated(index, open_library(paths), digests)
    if digests == _digests(files):
        with suppress(sqlite3.Error):
            replace(kept, index.write)
    return index.search(terms, most)


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
    index = WordIndex.empty().updated(library, [])
    found = index.search(parse_query(query)).summaries
    return [library.require(each.key) for each in found]


def _updated(index: WordIndex, library: Library, digests: Sequence[str]) -> WordIndex:
    try:
        return index.updated(library, digests)
    except sqlite3.Error:
        return WordIndex.empty().updated(library, digests)


def _digests(files: Sequence[Path]) -> list[str]:
    """Return the digest of each file, or `""` for one that can't be read."""
    digests = []
    for file in files:
        try:
            digests.append(digest_of(file))
        except UnreadableFile:
            digests.append("")
    return digests


def _kept_file(files: Sequence[Path]) -> Path:
    names = json.dumps([str(file.absolute()) for file in files])
    data = names.encode("utf-8", "surrogateescape")
    return folder() / f"{hashlib.sha256(data).hexdigest()}.{__version__}.words"
