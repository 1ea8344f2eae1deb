"""Find what somebody is typing among the sources of a library."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import cached_property, partial
from itertools import islice
from pathlib import Path
from threading import Lock, Thread

from loccit._startup.regex import regex
from loccit.bibliography import Library
from loccit.bibliography.search.kept_index import KeptIndex
from loccit.bibliography.search.query import Term, words_of
from loccit.bibliography.search.search import is_kept, search
from loccit.bibliography.search.summary import Summary, summarize
from loccit.bibliography.search.word_index import Found, WordIndex

#: Libraries with more sources have an index of words that is kept.
SMALL = 2_000
#: So many of the sources that match are looked at to find the best.
_MOST_RANKED = 500
#: Where a word ends of several that are typed as one.
_JOINTS = regex(r"(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])")
#: How similar, of 100, a word or key is to what somebody mistyped.
_SIMILAR = 75
#: How many similar keys are offered for a mistyped one.
_MOST_SIMILAR = 10
#: How many words may be meant by a mistyped one.
_MOST_MEANT = 5


class LibrarySearch:
    """The sources of a library by what people type of them."""

    def __init__(self, library: Library, files: Sequence[Path]) -> None:
        """Take a library.

        Args:
            library: the sources.
            files: those that it was read from, whose index of words is kept; none for
                an index of its own.
        """
        self._library = library
        is_large = len(library) > SMALL and is_kept(files)
        self._files = files if is_large else ()
        self._index: WordIndex | None = None
        self._is_being_made = False
        self._lock = Lock()

    def prepare(self) -> None:
        """Get ready for the first question, which takes half a second of a very large
        library.
        """
        self.find("", 1)
        if self._index:
            self._folded, self._vocabulary  # noqa: B018 - kept from now on

    def find(self, typed: str, most: int) -> Found:
        """Find sources: first those whose key begins so, then those that have all
        words, perhaps typed as one, `crow2010`; if there are none, those with similar
        words, or a similar key.  While the index of a large library is made, only keys
        are looked at.
        """
        apart = _JOINTS.sub(" ", typed)
        with self._lock:
            found = self._with_words(typed, _MOST_RANKED)
            if not found.summaries and apart != typed:
                found = self._with_words(apart, _MOST_RANKED)
            if not found.summaries and found.is_complete:
                found = self._with_similar_words(typed, most)
        # A source may be gone since the index was made.
        known = {
            each.key: each for each in found.summaries if each.key in self._library
        }
        best = {
            key: known.get(key) or self._summary(key)
            for key in self._begun(typed, most)
        }
        best |= known
        if not best:
            similar = self._with_similar_key(typed, _MOST_SIMILAR)
            best = {each.key: each for each in islice(similar, most)}
        total = max(found.total, len(best))
        return Found([*best.values()][:most], total, found.is_complete)

    def matching(self, terms: Sequence[Term]) -> Found:
        """Find all sources that match the terms of a query, the best match first."""
        with self._lock:
            index = self._made_index()
            if index is None:
                return search(self._files, terms, at_once=True)
            return index.search(terms)

    def _begun(self, typed: str, most: int) -> Iterator[str]:
        """Yield the keys that begin with what is typed."""
        begun = typed.casefold()
        if not begun:
            return
        first = bisect_left(self._keys, (begun, ""))
        for folded, key in islice(self._keys, first, first + most):
            if not folded.startswith(begun):
                return
            yield key

    def _with_words(self, typed: str, most: int) -> Found:
        """Find the sources that have words with these beginnings."""
        words = words_of(typed)
        index = self._made_index()
        if index is None:
            self._have_index_made()
            return Found([], 0, is_complete=False)
        return _ranked(index, [(word,) for word in words], words, most)

    def _with_similar_words(self, typed: str, most: int) -> Found:
        """Find the sources that have words like these."""
        words = words_of(typed)
        index = self._index
        if index is None or not words:
            return Found([], 0)
        meant = [self._meant(word, index) for word in words]
        return _ranked(index, meant, words, most) if all(meant) else Found([], 0)

    def _meant(self, word: str, index: WordIndex) -> Sequence[str]:
        """Return the words that somebody may mean by one."""
        if index.with_beginnings([(word,)], 1):
            return [word]
        return [*self._similar(word, self._vocabulary, _MOST_MEANT)]

    def _with_similar_key(self, typed: str, most: int) -> Iterator[Summary]:
        """Yield the sources with similar keys, the most similar first."""
        for folded in self._similar(typed.casefold(), self._folded, most):
            place = bisect_left(self._keys, (folded, ""))
            yield self._summary(self._keys[place][1])

    @staticmethod
    def _similar(word: str, words: Sequence[str], most: int) -> Iterator[str]:
        from rapidfuzz import fuzz, process  # few people mistype the first word

        found = process.extract(
            word, words, scorer=fuzz.ratio, limit=most, score_cutoff=_SIMILAR
        )
        return (similar for similar, _, _ in found)

    def _summary(self, key: str) -> Summary:
        source = self._library.read_uncached(key)
        return summarize(source) if source else Summary(key, "", "", "", "")

    def _made_index(self) -> WordIndex | None:
        """Return the index of words; None while that of a large library is made."""
        if self._index is None and not self._files:
            self._index = WordIndex.of(self._library)
        if self._index is None:
            with suppress(sqlite3.Error):  # it is missing, or just being made
                self._index = KeptIndex(self._files).current()
        return self._index

    def _have_index_made(self) -> None:
        """Have the index made that is kept, in a thread: nobody who types can wait."""
        if not self._is_being_made:
            self._is_being_made = True
            ask = partial(search, self._files, (), 1, at_once=True)
            Thread(target=ask, name="loccit-index", daemon=True).start()

    @cached_property
    def _keys(self) -> list[tuple[str, str]]:
        """All keys, sorted by how they are without capitals."""
        keys = self._library.keys()
        return sorted((key.casefold(), key) for key in keys)

    @cached_property
    def _folded(self) -> list[str]:
        return [folded for folded, _ in self._keys]

    @cached_property
    def _vocabulary(self) -> list[str]:
        assert self._index
        return self._index.vocabulary()


def _ranked(
    index: WordIndex, groups: Sequence[Sequence[str]], typed: Sequence[str], most: int
) -> Found:
    """Find sources, and put those first whose author or key begins so."""
    found = index.with_beginnings(groups, _MOST_RANKED)
    found.sort(key=_rank(typed))
    is_complete = len(found) < _MOST_RANKED
    return Found(found[:most], len(found), is_complete)


def _rank(typed: Sequence[str]) -> Callable[[Summary], int]:
    """Return the rank of a source: the more words begin its author, key or year, the
    lower it is.
    """

    def rank(source: Summary) -> int:
        shown = [text.casefold() for text in (source.author, source.key, source.year)]
        return -sum(text.startswith(word) for text in shown for word in typed)

    return rank
