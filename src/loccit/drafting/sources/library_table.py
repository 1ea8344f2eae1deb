"""A library as a table: what a query finds, sorted, page by page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Literal

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.search.summary import Summary
from loccit.drafting.opened.open_library import OpenLibrary

#: What a table may be sorted by; `found` is the best match first.
Order = Literal["found", "key", "author", "year", "title", "type"]

_BY: Mapping[Order, Callable[[Summary], tuple[str, ...]]] = {
    "key": lambda row: (row.key.casefold(),),
    "author": lambda row: (row.author.casefold(), row.year, row.title.casefold()),
    "year": lambda row: (row.year, row.author.casefold()),
    "title": lambda row: (row.title.casefold(),),
    "type": lambda row: (row.type, row.author.casefold(), row.year),
}


class _Asked(NamedTuple):
    """What was asked for, of which library."""

    library: OpenLibrary
    query: str
    order: Order


class Table(NamedTuple):
    """A page of a table.

    Attributes:
        total: how many rows all pages have.
        rows: those of the page.
        is_complete: whether all sources were asked; a large library is indexed first.
    """

    total: int
    rows: Sequence[Summary]
    is_complete: bool


class LibraryTable:
    """Answers page by page; the last answer is kept, since its next page follows."""

    def __init__(self) -> None:
        self._asked: _Asked | None = None
        self._rows: Sequence[Summary] = ()

    def page(
        self, library: OpenLibrary, query: str, order: Order, start: int, most: int
    ) -> Table:
        """Return a page of what a query finds; of all sources, if it is empty.

        Raises:
            InvalidQuery: the query can't be understood.
        """
        asked = _Asked(library, query, order)
        known, rows = self._asked, self._rows
        if known is None or not _are_same(known, asked):
            found = library.matching(query)
            rows = _sorted(found.summaries, order)
            if not found.is_complete:
                return Table(found.total, rows[start : start + most], False)
            self._asked, self._rows = asked, rows
        return Table(len(rows), rows[start : start + most], True)


def _are_same(one: _Asked, other: _Asked) -> bool:
    is_same_library = one.library is other.library
    return is_same_library and one[1:] == other[1:]


def _sorted(rows: Sequence[Summary], order: Order) -> Sequence[Summary]:
    return rows if order == "found" else sorted(rows, key=_BY[order])
