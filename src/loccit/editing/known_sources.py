"""Recognize sources that a library has already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from loccit._startup.regex import regex
from loccit.bibliography import Library
from loccit.bibliography.duplicates import Pair, Works
from loccit.model import Source
from loccit.values.identifiers import isbns_in, plain_doi

#: For so many new sources, the texts of a library's entries are searched for their
#: words, and only entries that have one are parsed.
_FEW = 20
_BRACES = str.maketrans("", "", "{}")
_PLAIN_WORD = regex(r"(?<!\w)[a-z0-9]+(?!\w)")
_NO_LETTERS = regex(r"[\W_]+")

#: A value that two sources share only if they are the same.
Mark: TypeAlias = tuple[str, ...]


class KnownSources:
    """The sources of a library, found by what makes another one the same."""

    def __init__(self, library: Library, new: Sequence[Source]) -> None:
        """Args:
        library: the library.
        new: the sources to compare with it.
        """
        self._by_mark: dict[Mark, Source] = {}
        self._works = Works()
        for key in _keys_to_compare(library, new):
            source = library.get(key)
            if source:
                self.add(source)

    def add(self, source: Source) -> None:
        """Add a source to those that are known."""
        self._works.add(source)
        for mark in _marks(source):
            self._by_mark.setdefault(mark, source)

    def same(self, source: Source) -> Source | None:
        """Return the known source that has the same content, DOI, or ISBN and title."""
        for mark in _marks(source):
            if mark in self._by_mark:
                return self._by_mark[mark]
        return None

    def similar(self, source: Source) -> Pair | None:
        """Return the known source that may be the same work, with the reasons."""
        return self._works.like(source)


def _keys_to_compare(library: Library, new: Sequence[Source]) -> Sequence[str]:
    """Return the keys of the entries that may be the same as a new source.

    Parsing takes far longer than a search for words.
    """
    keys = library.keys()
    if len(new) > _FEW:
        return keys
    words = [word for source in new for word in _shared_words(source)]
    if not all(words):
        return keys
    return [key for key in keys if _has_any(words, library.text(key))]


def _has_any(words: Sequence[str], entry: str) -> bool:
    text = entry.lower().translate(_BRACES)
    return any(word in text for word in words)


def _shared_words(source: Source) -> Iterator[str]:
    """Yield words that the entry of the same source must have: the longest of the
    title, which is empty if there is none, and the DOI.
    """
    title = source.plain("title").lower()
    words = _PLAIN_WORD.findall(title)
    yield max(words, key=len, default="")
    doi = source.text("DOI")
    if doi:
        yield doi.lower().translate(_BRACES)


def _marks(source: Source) -> Iterator[Mark]:
    """Yield the values that make another source the same."""
    content = sorted(_content(source))
    yield ("all", source.type, repr(content))
    doi = source.text("DOI")
    if doi:
        yield ("doi", plain_doi(doi).lower())
    # The chapters of a book have its ISBN too.
    title = source.plain("title").lower()
    words = _NO_LETTERS.sub(" ", title).strip()
    for isbn in isbns_in(source.text("ISBN")):
        yield ("isbn", isbn, source.type, words)


def _content(source: Source) -> Iterator[tuple[str, object]]:
    """Yield each variable with its text, or with its value if that is no text."""
    for name, value in source.variables.items():
        yield name, source.plain(name) or value
