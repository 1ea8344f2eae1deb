"""Find the same work again, whatever id it has."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator

from loccit._startup.dataclass import replace
from loccit.bibliography.duplicates import ComparedSource, Works
from loccit.model import Source

#: Types that say nothing of a work.
_VAGUE = ("", "document")


class KnownWorks:
    """Works, found by what makes another record the same."""

    def __init__(self, sources: Iterable[Source] = ()) -> None:
        self._by_mark: dict[Hashable, ComparedSource] = {}
        self._alike = Works()
        for source in sources:
            self.add(source)

    def add(self, source: Source, uris: Iterable[str] = ()) -> None:
        """Add a work; its key names it."""
        self.add_record(source, uris)
        self._alike.add(source)

    def add_record(self, source: Source, uris: Iterable[str] = ()) -> None:
        """Add another record of a work, which has its key."""
        work = ComparedSource(source)
        for mark in _marks(work, uris):
            self._by_mark.setdefault(mark, work)

    def key_of(self, source: Source, uris: Iterable[str] = ()) -> str | None:
        """Return the key of the work that a source is: that with the same address in
        its program; or the same title, first name and year; or the same DOI or the like.
        """
        work = ComparedSource(source)
        for mark in _marks(work, uris):
            known = self._by_mark.get(mark)
            if known and (mark[0] == "uri" or not _differ(known, work)):
                return known.source.key
        pair = self._alike.like(source)
        return pair.one.key if pair else None


def filled(one: Source, other: Source) -> Source:
    """Return a source with what another record of the same work says beyond it."""
    type_ = other.type if one.type in _VAGUE and other.type else one.type
    variables = {**other.variables, **one.variables}
    return replace(one, type=type_, variables=variables, key=one.key or other.key)


def _marks(work: ComparedSource, uris: Iterable[str]) -> Iterator[tuple[Hashable, ...]]:
    for uri in uris:
        yield "uri", uri
    if work.title.joined:
        name = work.people[0].joined if work.people else ""
        yield "title", work.title.joined, name, work.year


def _differ(one: ComparedSource, other: ComparedSource) -> bool:
    """Return whether works with the same title, name and year are different ones, such
    as two editorials.
    """
    pairs = ((one.doi, other.doi), (one.first_page, other.first_page))
    return any(left and right and left != right for left, right in pairs)
