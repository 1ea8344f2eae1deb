"""The works that an essay may cite: those of its list, and sources of the library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit.bibliography import Library
from loccit.recognize.library_words import LibraryWords, words_of_library
from loccit.recognize.matching.asked import Asked
from loccit.recognize.matching.editions import possible_keys
from loccit.recognize.matching.work import Work
from loccit.recognize.typed_citation import TypedCitation
from loccit.recognize.typed_list import TypedEntry

#: A misspelt name is looked for among words of this length.
_SHORTEST_MISSPELT = 5
_DISTANCE = 1
#: So many words may be a misspelt name.
_MOST_ALIKE = 5


def known_works(
    citations: Sequence[TypedCitation], entries: Sequence[TypedEntry], library: Library
) -> Iterator[Work]:
    """Yield the entries of the list, joined with their sources of the library, and then
    the other sources that may be cited, in the order of their keys.
    """
    listed: set[str] = set()
    for number, entry in enumerate(entries):
        source = library.get(entry.key) if entry.key else None
        if source:
            listed.add(source.key)
        listed.update(possible_keys(entry))
        yield Work(number, entry, source)
    if not len(library):
        return
    for key in _keys_cited(citations, words_of_library(library)):
        source = library.get(key) if key not in listed else None
        if source:
            yield Work(source=source, is_left_out=bool(entries))


def _keys_cited(citations: Sequence[TypedCitation], words: LibraryWords) -> list[str]:
    """Return the keys of sources with a word by which a cite calls its work, and with
    the year of that cite.
    """
    calls = {
        (asked.names[0].words, asked.years)
        for citation in citations
        for asked in map(Asked, citation.cites)
        if asked.names
    }
    numbers: frozenset[int] = frozenset()
    for name, years in calls:
        numbers |= _called(name, years, words)
    return words.keys_of(numbers)


def _called(
    name: tuple[str, ...], years: tuple[int, ...], words: LibraryWords
) -> frozenset[int]:
    dated = _dated(years, words)
    named = words.having(name[-1]) | words.having("".join(name))
    if dated is None:
        return named
    if named & dated or len(name[-1]) < _SHORTEST_MISSPELT:
        return named & dated
    alike = [words.having(word) for word in _alike(name[-1], words)]
    return dated & frozenset[int]().union(*alike)


def _dated(years: tuple[int, ...], words: LibraryWords) -> frozenset[int] | None:
    """Return the entries that have one of the years, or one next to it; None for all."""
    if not years:
        return None
    around = {year + apart for year in years for apart in (-1, 0, 1)}
    return frozenset[int]().union(*(words.having(str(year)) for year in around))


def _alike(name: str, words: LibraryWords) -> list[str]:
    """Return the words of a library that are spelt almost like a name."""
    from rapidfuzz import process  # takes 20 ms to import
    from rapidfuzz.distance import OSA

    same_initial = words.beginning_with(name[0])
    found = process.extract(
        name,
        same_initial,
        scorer=OSA.distance,
        score_cutoff=_DISTANCE,
        limit=_MOST_ALIKE,
    )
    return [word for word, _, _ in found]
