"""Step 1 in a document that is edited: which sources are listed, and in which order."""

from __future__ import annotations

from bisect import insort
from collections.abc import Collection, Iterable

from loccit._startup.namedtuple import NamedTuple
from loccit.csl.changes.rows import Rows
from loccit.csl.citations.sort import SortPlace
from loccit.csl.processor import Document


class Place(NamedTuple):
    """The place of a source among the others.

    Attributes:
        is_after: it comes after all that is listed, or cited.
        row, cite: where it is first cited.
    """

    is_after: bool
    row: int
    cite: int


class _Rank(NamedTuple):
    """The place of a source in the bibliography."""

    sort_place: SortPlace
    first: Place


class ListedSources:
    """Keeps the sources of a document that are listed, in order and numbered.

    Attributes:
        after_gaps: the keys that followed sources which the last change moved or
            removed.
    """

    def __init__(self, document: Document, rows: Rows, uncited: Iterable[str]) -> None:
        self._document = document
        self._rows = rows
        self._uncited = {key: index for index, key in enumerate(uncited)}
        self.after_gaps: set[str] = set()
        citations = [row.citation for row in rows.all.rows]
        document.number_sources(citations, self._uncited)

    def list_uncited(self, keys: Iterable[str]) -> set[str]:
        """List these sources without a citation, and no others.

        Returns:
            those that have to be listed again.
        """
        before = self._uncited
        self._uncited = {key: index for index, key in enumerate(keys)}
        every = {*before, *self._uncited}
        return {key for key in every if before.get(key) != self._uncited.get(key)}

    def update(self, keys: Collection[str]) -> set[str]:
        """List sources again that are cited elsewhere than before, or are changed.

        Returns:
            those of them that may have another place among the others.
        """
        self.after_gaps.clear()
        if not keys:
            return set()
        document = self._document
        before, unlisted = list(document.keys), set(document.unlisted)
        for key in keys:
            self._take_out(key)
        for key in keys:
            self._put(key)
        switched = unlisted.symmetric_difference(document.unlisted)
        document.renderer.changed.update(switched)
        if document.renderer.sorts_by_number:
            return self._sort_all()
        if document.keys == before:
            self.after_gaps.clear()
            return switched
        document.renderer.number(document.keys)
        return set(keys)

    def is_listed(self, key: str) -> bool:
        """Return whether a source is in the bibliography."""
        return key in self._document.renderer.numbers

    def place(self, key: str) -> Place:
        """The place of a source in the bibliography, or after it if it is not listed."""
        number = self._document.renderer.numbers.get(key)
        if number is not None:
            return Place(False, number, 0)
        row = self._rows.citing(key)[0]
        keys = [cite.key for cite in row.citation.cites]
        return Place(True, row.place, keys.index(key))

    def _rank(self, key: str) -> _Rank:
        first = self._first_listed(key)
        assert first is not None
        sort_keys = self._document.sort_keys
        values = self._document.renderer.entry_sort_values(key) if sort_keys else None
        return _Rank(SortPlace(sort_keys, values), first)

    def _first_listed(self, key: str) -> Place | None:
        """Where a source is first cited as one that is listed."""
        for row in self._rows.citing(key):
            for index, cite in enumerate(row.citation.listed_cites):
                if cite.key == key:
                    return Place(False, row.place, index)
        number = self._uncited.get(key)
        return None if number is None else Place(True, 0, number)

    def _take_out(self, key: str) -> None:
        document = self._document
        if self.is_listed(key):
            index = document.keys.index(key)
            del document.keys[index]
            self.after_gaps.update(document.keys[index : index + 1])
        elif key in document.unlisted:
            document.unlisted.remove(key)

    def _put(self, key: str) -> None:
        document = self._document
        is_listed = self._first_listed(key) is not None
        if not is_listed and not self._rows.citing(key):
            document.renderer.remove_source(key)
            return
        document.renderer.set_source(key, document.prepared(key))
        if is_listed:
            insort(document.keys, key, key=self._rank)
        else:
            document.unlisted.append(key)

    def _sort_all(self) -> set[str]:
        """Sort all sources, in a style that sorts them by the order of citations."""
        document = self._document
        ranked = [(self._first_listed(key), key) for key in document.keys]
        document.keys = [key for _, key in sorted(ranked)]
        document.renderer.number(document.keys)
        document.sort_sources()
        self.after_gaps.update(document.keys)
        return set(document.keys)
