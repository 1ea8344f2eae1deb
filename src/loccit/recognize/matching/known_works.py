"""The works that an essay may cite: those of its list, and sources of the library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit.bibliography import Library
from loccit.recognize.matching.asked import Asked
from loccit.recognize.matching.library_words import words_in_entries
from loccit.recognize.matching.work import Work
from loccit.recognize.typed_citation import TypedCitation
from loccit.recognize.typed_list import TypedEntry


def known_works(
    citations: Sequence[TypedCitation], entries: Sequence[TypedEntry], library: Library
) -> Iterator[Work]:
    """Yield the entries of the list, joined with their sources of the library, and then
    the other sources that may be cited, in the order of their keys.
    """
    listed = set()
    for number, entry in enumerate(entries):
        source = library.get(entry.key) if entry.key else None
        if source:
            listed.add(source.key)
        yield Work(number, entry, source)
    if not len(library):
        return
    for key in sorted(_keys_cited(citations, library)):
        source = library.get(key) if key not in listed else None
        if source:
            yield Work(source=source)


def _keys_cited(citations: Sequence[TypedCitation], library: Library) -> Iterator[str]:
    """Yield the keys of sources with a word by which a cite calls its work, and with
    the year of such a cite.
    """
    years_of: dict[str, set[str]] = {}
    for citation in citations:
        for cite in citation.cites:
            asked = Asked(cite)
            for word in _calling(asked):
                years_of.setdefault(word, set()).update(_years(asked))
    wanted = {*years_of, *(year for years in years_of.values() for year in years)}
    for key, found in words_in_entries(library, wanted):
        if any(
            _may_be_dated(years_of[word], found) for word in found & years_of.keys()
        ):
            yield key


def _may_be_dated(years: set[str], found: frozenset[str]) -> bool:
    return "" in years or not years.isdisjoint(found)


def _calling(asked: Asked) -> Iterator[str]:
    """Yield the words of which an entry must have one."""
    if not asked.names:
        return
    name = asked.first
    yield name.words[-1]
    yield name.joined


def _years(asked: Asked) -> Iterator[str]:
    """Yield the years that the entry may have; `""` for any."""
    if not asked.years:
        yield ""
    for year in asked.years:
        yield from map(str, (year - 1, year, year + 1))
