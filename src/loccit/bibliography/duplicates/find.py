"""Find the pairs of entries in a library that are the same work."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator
from heapq import merge
from itertools import groupby
from operator import itemgetter

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.duplicates.compare import same_work
from loccit.bibliography.duplicates.compared_source import ComparedSource
from loccit.model import Date, Source, Value
from loccit.values.dates import write_date
from loccit.values.names import inverted_name


class Pair(NamedTuple):
    """Two entries of the same work in file order, and the reasons."""

    one: Source
    other: Source
    reasons: tuple[str, ...] = ()

    def differences(self) -> list[tuple[str, str, str]]:
        """Return the variables and custom fields that differ: the name and both values
        as text, `""` for a missing one.
        """
        one = _shown(self.one)
        other = _shown(self.other)
        return [
            (name, one.get(name, ""), other.get(name, ""))
            for name in {**one, **other}
            if one.get(name, "") != other.get(name, "")
        ]


class Works:
    """A collection of works in which duplicates are found."""

    def __init__(self) -> None:
        self._by_mark: dict[Hashable, list[tuple[int, ComparedSource]]] = {}
        self._count = 0

    def add(self, source: Source) -> Pair | None:
        """Add a source; return it paired with the first one that is the same work, if
        there is one.
        """
        work = ComparedSource(source)
        found = self._first_like(work)
        for mark in _marks(work):
            self._by_mark.setdefault(mark, []).append((self._count, work))
        self._count += 1
        return found

    def like(self, source: Source) -> Pair | None:
        """Return a source paired with the first one that is the same work; do not add
        it.
        """
        return self._first_like(ComparedSource(source))

    def _first_like(self, work: ComparedSource) -> Pair | None:
        marked = [self._by_mark[mark] for mark in _marks(work) if mark in self._by_mark]
        for _, same in groupby(merge(*marked, key=itemgetter(0)), key=itemgetter(0)):
            known = next(same)[1]
            if reasons := same_work(known, work):
                return Pair(known.source, work.source, reasons)
        return None


def find_duplicates(sources: Iterable[Source]) -> Iterator[Pair]:
    """Yield each entry that is the same work as an earlier one, paired with the first
    such entry.

    >>> from loccit.model import Date, DateParts, Name
    >>> author = (Name(family="Alexander", given="Michelle"),)
    >>> crow = {"author": author, "issued": Date(DateParts(2010))}
    >>> titles = ["The New Jim Crow", "The new Jim Crow.", "The New Jim Crow, Part II"]
    >>> sources = [
    ...     Source(str(number), "book", {**crow, "title": title})
    ...     for number, title in enumerate(titles)
    ... ]
    >>> [(pair.one.key, pair.other.key, pair.reasons) for pair in find_duplicates(sources)]
    [('0', '1', ('same title', 'same names', 'same year'))]
    """
    works = Works()
    return filter(None, map(works.add, sources))


def _shown(source: Source) -> dict[str, str]:
    """Return the type, the variables and the custom fields of a source as text."""
    shown = {"type": source.type}
    for name, value in source.variables.items():
        shown[name] = source.plain(name) or _as_text(value)
    for name, custom in source.custom.items():
        shown[name] = str(custom)
    return shown


def _as_text(value: Value) -> str:
    if isinstance(value, tuple):
        return "; ".join(map(inverted_name, value))
    return write_date(value) if isinstance(value, Date) else value


def _marks(work: ComparedSource) -> Iterator[Hashable]:
    """Yield marks, at least one of which any two duplicates share; works without a
    common mark are not compared.

    So a library of 100,000 entries takes as many comparisons as it has similar works,
    instead of five billion.
    """
    yield from work.identifiers
    title = work.title
    if not title.joined:
        return
    for isbn in work.isbns:
        yield "isbn", isbn, title.words[0][0]
    if work.address:
        yield "address", work.address
    main = "".join(title.main)
    family = work.people[0].joined if work.people else ""
    yield "title", main, work.year
    yield "title", main, family
    yield "author", family, work.year, title.words[0][0], title.numbers
