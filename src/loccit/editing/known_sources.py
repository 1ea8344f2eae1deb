"""Recognize sources that a library has already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from loccit._startup.regex import regex
from loccit.bibliography import Library
from loccit.bibliography.duplicates import Pair, Works, candidate_keys
from loccit.bibliography.formats.csl_json.items import is_address
from loccit.bibliography.keys import make_key, stem_of
from loccit.editing.import_memory import ImportMemory
from loccit.model import Source
from loccit.values.identifiers import isbns_in, plain_doi
from loccit.values.names import makers
from loccit.values.page_ranges import read_pages

_NO_LETTERS = regex(r"[\W_]+")
#: Variables that tell apart works with the same title by the same people.
_NUMBERS = ("volume", "issue", "number", "edition", "page")

#: A value that two sources share only if they are the same.
Mark: TypeAlias = tuple[str, ...]


class KnownSources:
    """The sources of a library, found by what makes another one the same."""

    def __init__(
        self,
        library: Library,
        new: Sequence[Source],
        memory: Sequence[ImportMemory] = (),
    ) -> None:
        """Args:
        library: the library.
        new: the sources to compare with it.
        memory: what was imported last into the files of the library.
        """
        self._library = library
        self._memory = memory
        self._by_mark: dict[Mark, Source] = {}
        self._works = Works()
        for key in candidate_keys(library, new):
            source = library.get(key)
            if source:
                self.add(source)
                for mark in _marks_of_key(source):
                    self._by_mark.setdefault(mark, source)

    def add(self, source: Source) -> None:
        """Add a source to those that are known."""
        self._works.add(source)
        for mark in _marks(source):
            self._by_mark.setdefault(mark, source)

    def same(self, source: Source) -> Source | None:
        """Return the known source that has the same content; the same DOI, number in
        PubMed, or ISBN and title; or, in the library, the same key, title and names;
        or that an earlier import made of it; or the one with the same key that is the
        same work, as far as anybody can tell.
        """
        for memory in self._memory:
            key = memory.key_of(source)
            if key and (same := self._library.get(key)):
                return same
        for mark in (*_marks(source), *_marks_of_key(source)):
            if mark in self._by_mark:
                return self._by_mark[mark]
        pair = self.similar(source)
        if pair and source.key and pair.one.key == source.key:
            return pair.one
        return None

    def similar(self, source: Source) -> Pair | None:
        """Return the known source that may be the same work, with the reasons."""
        return self._works.like(source)


def _marks(source: Source) -> Iterator[Mark]:
    """Yield the values that make another source the same."""
    content = sorted(_content(source))
    yield ("all", source.type, repr(content))
    doi = source.text("DOI")
    if doi:
        yield ("doi", plain_doi(doi).lower())
    for name in ("PMID", "PMCID"):
        if number := source.text(name):
            yield (name, number.lower().removeprefix("pmc"))
    # The chapters of a book have its ISBN too.
    words = _title_words(source)
    for isbn in isbns_in(source.text("ISBN")):
        yield ("isbn", isbn, source.type, words)


def _marks_of_key(source: Source) -> Iterator[Mark]:
    """Yield the values that make a source of an earlier import the same.

    An import may have added a letter to the key, or taken one away; then the numbers
    tell several editorials of one year apart.
    """
    if not source.key:
        return  # somebody adds it by hand
    key = make_key(source) if is_address(source.key) else source.key
    issued = source.date("issued")
    year = str(issued.start.year) if issued and issued.start else ""
    numbers = [source.text(name) for name in _NUMBERS]
    work = [_title_words(source), *_surnames(source)]
    yield ("key", key, *work)
    yield ("stem", stem_of(key), source.type, year, *map(read_pages, numbers), *work)


def _surnames(source: Source) -> Iterator[str]:
    for name in makers(source):
        words = (name.family or name.literal or name.given).lower()
        yield _NO_LETTERS.sub("", words)


def _title_words(source: Source) -> str:
    return _NO_LETTERS.sub(" ", source.plain("title").lower()).strip()


def _content(source: Source) -> Iterator[tuple[str, object]]:
    """Yield each variable with its text, or with its value if that is no text."""
    for name, value in source.variables.items():
        yield name, source.plain(name) or value
