"""The pairs of entries in a library that are the same work."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from heapq import merge
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from loccit.bibliography.duplicates.compare import same_work
from loccit.bibliography.duplicates.compared_source import ComparedSource
from loccit.model import Date, Source, Value
from loccit.values.dates import write_date
from loccit.values.names import inverted_name


class Pair(NamedTuple):
    """Two entries of one work, the first in file order first, and what tells that they
    are.
    """

    one: Source
    other: Source
    reasons: tuple[str, ...] = ()

    def differences(self) -> list[tuple[str, str, str]]:
        """The variables that differ, and fields beyond them, with both values as text;
        `""` is none.
        """
        one, other = _shown(self.one), _shown(self.other)
        values = [
            (name, one.get(name, ""), other.get(name, "")) for name in {**one, **other}
        ]
        return [row for row in values if row[1] != row[2]]


class Works:
    """Works that others are looked for among."""

    def __init__(self) -> None:
        self._by_mark: dict[Hashable, list[tuple[int, ComparedSource]]] = {}
        self._count = 0

    def add(self, source: Source) -> Pair | None:
        """Take a source among them; the pair with the first of them that is the same
        work, if one is.
        """
        work = ComparedSource(source)
        found = self._first_like(work)
        for mark in _marks(work):
            self._by_mark.setdefault(mark, []).append((self._count, work))
        self._count += 1
        return found

    def like(self, source: Source) -> Pair | None:
        """The pair of the first of them that is the same work, and the source."""
        return self._first_like(ComparedSource(source))

    def _first_like(self, work: ComparedSource) -> Pair | None:
        marked = [self._by_mark[mark] for mark in _marks(work) if mark in self._by_mark]
        for _, same in groupby(merge(*marked, key=itemgetter(0)), key=itemgetter(0)):
            known = next(same)[1]
            if reasons := same_work(known, work):
                return Pair(known.source, work.source, reasons)
        return None


def duplicates(sources: Iterable[Source]) -> Iterator[Pair]:
    """Each entry that is the same work as an earlier one, with the first such.

    >>> from loccit.model import Date, DateParts, Name
    >>> crow = {"author": (Name(family="Alexander", given="Michelle"),), "issued": Date(DateParts(2010))}
    >>> titles = ["The New Jim Crow", "The new Jim Crow.", "The New Jim Crow, Part II"]
    >>> sources = [Source(str(n), "book", {**crow, "title": title}) for n, title in enumerate(titles)]
    >>> [(pair.one.key, pair.other.key, pair.reasons) for pair in duplicates(sources)]
    [('0', '1', ('same title', 'same names', 'same year'))]
    """
    works = Works()
    return filter(None, map(works.add, sources))


def _shown(source: Source) -> dict[str, str]:
    """All that a source says, as text."""
    said = {
        name: source.plain(name) or _as_text(value)
        for name, value in source.variables.items()
    }
    return {
        "type": source.type,
        **said,
        **{name: str(value) for name, value in source.custom.items()},
    }


def _as_text(value: Value) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(inverted_name, value))
    return write_date(value) if isinstance(value, Date) else value


def _marks(work: ComparedSource) -> Iterator[Hashable]:
    """What works have in common that may be the same; without one in common nothing is
    compared.

    So a library of 100,000 entries takes as many comparisons as there are works alike,
    not five thousand million.
    """
    yield from work.identifiers
    if not (title := work.title).joined:
        return
    yield from (("isbn", isbn, title.words[0][0]) for isbn in work.isbns)
    if work.address:
        yield "address", work.address
    main, family = "".join(title.main), work.people[0].joined if work.people else ""
    yield "title", main, work.year
    yield "title", main, family
    yield "author", family, work.year, title.words[0][0], title.numbers
