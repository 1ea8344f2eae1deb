"""Find what somebody is typing among the sources of a library."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice
from pathlib import Path
from threading import Lock

from loccit.bibliography import Library
from loccit.bibliography.search.query import Term, words_of
from loccit.bibliography.search.search import search
from loccit.bibliography.search.summary import Summary, summarize
from loccit.bibliography.search.word_index import Found, WordIndex

#: Libraries with more sources have an index of words that is kept.
_SMALL = 2_000
#: How similar, of 100, a key is to what somebody mistyped.
_SIMILAR = 75


class LibrarySearch:
    """The sources of a library by what people type of them."""

    def __init__(self, library: Library, files: Sequence[Path]) -> None:
        """Take a library.

        Args:
            library: the sources.
            files: those that it was read from; none if they have something else now.
        """
        self._library = library
        self._files = files if len(library) > _SMALL else ()
        self._lock = Lock()

    def find(self, typed: str, most: int) -> Found:
        """Find sources: first those whose key begins so, then those that have all
        words, then those with a similar key.
        """
        with self._lock:  # SQLite's connection serves one thread at a time
            found = self._with_words(typed, most)
        best = {each.key: each for each in self._with_key(typed, most)}
        for each in found.summaries:
            best.setdefault(each.key, each)
        if not best and typed:
            best = {each.key: each for each in self._similar(typed, most)}
        total = max(found.total, len(best))
        return Found([*best.values()][:most], total, found.is_complete)

    def _with_key(self, typed: str, most: int) -> Iterator[Summary]:
        """Yield the sources whose key begins with what is typed."""
        begun = typed.casefold()
        if not begun:
            return
        first = bisect_left(self._keys, (begun, ""))
        for folded, key in islice(self._keys, first, first + most):
            if not folded.startswith(begun):
                return
            yield self._summary(key)

    def _with_words(self, typed: str, most: int) -> Found:
        """Find the sources that have words with these beginnings."""
        terms = [Term("", (word,), None, False) for word in words_of(typed)]
        if self._files:
            return search(self._files, terms, most, at_once=True)
        return self._index.search(terms, most)

    def _similar(self, typed: str, most: int) -> Iterator[Summary]:
        """Yield the sources with similar keys, the most similar first."""
        from rapidfuzz import process  # few keys are mistyped

        folded = [folded for folded, _ in self._keys]
        for _, _, index in process.extract(
            typed.casefold(), folded, limit=most, score_cutoff=_SIMILAR
        ):
            yield self._summary(self._keys[index][1])

    def _summary(self, key: str) -> Summary:
        source = self._library.get(key)
        return summarize(source) if source else Summary(key, "", "", "", "")

    @cached_property
    def _keys(self) -> list[tuple[str, str]]:
        """All keys, sorted by how they are without capitals."""
        keys = self._library.keys()
        return sorted((key.casefold(), key) for key in keys)

    @cached_property
    def _index(self) -> WordIndex:
        return WordIndex.of(self._library)
