"""The citations of a document that is edited: in order, by source, and by note."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from loccit.csl.citations.citation_text import CitationText
from loccit.csl.citations.position import Placing
from loccit.csl.elements.context import Abbreviation
from loccit.model import Citation

T = TypeVar("T")

#: Between the places of neighbors at first, so that rows can be inserted there.
_GAP = 2**32


class Row:
    """A citation and what it was set by.

    Attributes:
        place: a number that grows from row to row; not the number of the citation, which
            would change in all rows after an insertion.
        order: the numbers of its cites in the order of print.
        printed: the citation in that order.
        text: None until it is set.
    """

    __slots__ = (
        "abbreviations",
        "citation",
        "order",
        "place",
        "placings",
        "printed",
        "text",
    )

    def __init__(self, citation: Citation) -> None:
        self.citation = citation
        self.place = 0
        self.order = list(range(len(citation.cites)))
        self.printed = citation
        self.placings: list[Placing] = []
        self.abbreviations: list[Abbreviation] = []
        self.text: CitationText | None = None

    @property
    def keys(self) -> set[str]:
        """The keys that it cites."""
        return {cite.key for cite in self.citation.cites}

    def is_set_by(
        self,
        placings: list[Placing],
        abbreviations: list[Abbreviation],
    ) -> bool:
        """Return whether the text was set by the same positions and abbreviations."""
        if self.text is None or self.placings != placings:
            return False
        return self.abbreviations == abbreviations


def place_of(row: Row) -> int:
    """The place of a row, to sort by."""
    return row.place


class OrderedRows:
    """Rows in the order of the document."""

    __slots__ = ("rows",)

    def __init__(self) -> None:
        self.rows: list[Row] = []

    def number(self, row: Row) -> int:
        """How many of these rows precede a row."""
        return bisect_left(self.rows, row.place, key=place_of)

    def add(self, row: Row) -> None:
        """Add a row at its place."""
        self.rows.insert(self.number(row), row)

    def remove(self, row: Row) -> None:
        """Remove a row."""
        del self.rows[self.number(row)]

    def before(self, row: Row) -> Row | None:
        """The last of these rows before a row."""
        number = self.number(row)
        return self.rows[number - 1] if number else None

    def after(self, row: Row) -> Row | None:
        """The first of these rows after a row."""
        number = bisect_left(self.rows, row.place + 1, key=place_of)
        return self.rows[number] if number < len(self.rows) else None


class Rows:
    """All rows of a document.

    Attributes:
        all: in order.
        in_text, in_notes: those in the running text, and in notes.
    """

    def __init__(self) -> None:
        self.all = OrderedRows()
        self.in_text = OrderedRows()
        self.in_notes = OrderedRows()
        self._by_note: dict[int, OrderedRows] = defaultdict(OrderedRows)
        self._by_key: dict[str, OrderedRows] = defaultdict(OrderedRows)

    def insert(self, index: int, row: Row) -> None:
        """Insert a row before the one of that number."""
        row.place = self._free_place(index)
        self.all.rows.insert(index, row)
        self._index(row)

    def remove(self, row: Row) -> None:
        """Remove a row."""
        self._forget(row)
        self.all.remove(row)

    def replace(self, row: Row, citation: Citation) -> None:
        """Replace the citation of a row."""
        self._forget(row)
        row.citation = row.printed = citation
        row.order = list(range(len(citation.cites)))
        self._index(row)

    def citing(self, key: str) -> Sequence[Row]:
        """The rows that cite a source, in order."""
        found = self._by_key.get(key)
        return found.rows if found is not None else ()

    def citing_before(self, key: str, row: Row) -> Sequence[Row]:
        """Those before a row."""
        found = self._by_key.get(key)
        return found.rows[: found.number(row)] if found is not None else ()

    def next_citing(self, key: str, row: Row) -> Row | None:
        """The next one after a row."""
        found = self._by_key.get(key)
        return found.after(row) if found is not None else None

    def citing_any(self, keys: Iterable[str]) -> Iterator[Row]:
        """The rows that cite any of the sources, perhaps several times."""
        for key in keys:
            yield from self.citing(key)

    def in_note(self, note: int) -> Sequence[Row]:
        """The rows in a note, in order."""
        found = self._by_note.get(note)
        return found.rows if found is not None else ()

    def _free_place(self, index: int) -> int:
        rows = self.all.rows
        if not rows:
            return 0
        if index == 0:
            return rows[0].place - _GAP
        if index == len(rows):
            return rows[-1].place + _GAP
        place = (rows[index - 1].place + rows[index].place) // 2
        if place == rows[index - 1].place:
            self._spread()
            return self._free_place(index)
        return place

    def _spread(self) -> None:
        """Make room between all rows; nothing depends on more than their order."""
        for number, row in enumerate(self.all.rows):
            row.place = number * _GAP

    def _index(self, row: Row) -> None:
        note = row.citation.note
        (self.in_notes if note else self.in_text).add(row)
        if note:
            self._by_note[note].add(row)
        for key in row.keys:
            self._by_key[key].add(row)

    def _forget(self, row: Row) -> None:
        note = row.citation.note
        (self.in_notes if note else self.in_text).remove(row)
        if note:
            _remove(self._by_note, note, row)
        for key in row.keys:
            _remove(self._by_key, key, row)


def _remove(index: dict[T, OrderedRows], key: T, row: Row) -> None:
    """Remove a row from an index, and its list when that is empty."""
    index[key].remove(row)
    if not index[key].rows:
        del index[key]
