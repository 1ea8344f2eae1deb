"""Match typed citations with the entries of a typed list, and the sources of a library."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.dataclass import replace
from loccit.bibliography import Library
from loccit.model import Source
from loccit.recognize.typed_citation import TypedCitation, TypedCite
from loccit.recognize.typed_list import TypedEntry


def match_citations(
    citations: Sequence[TypedCitation],
    entries: Sequence[TypedEntry],
    library: Library,
) -> Iterator[TypedCitation]:
    """Yield the citations, each cite with the work that it is of."""
    sources = [*library]
    for citation in citations:
        cites = [_matched(cite, entries, sources) for cite in citation.cites]
        yield replace(citation, cites=tuple(cites))


def _matched(
    cite: TypedCite, entries: Sequence[TypedEntry], sources: Sequence[Source]
) -> TypedCite:
    listed = [
        number for number, entry in enumerate(entries) if _is_of(cite, entry.source)
    ]
    known = [source.key for source in sources if _is_of(cite, source)]
    if len(listed) == 1:
        entry = entries[listed[0]]
        return replace(cite, entry=listed[0], key=entry.key, confidence=0.9)
    if len(known) == 1:
        return replace(cite, key=known[0], confidence=0.9)
    return cite


def _is_of(cite: TypedCite, source: Source) -> bool:
    names, issued = source.names("author"), source.date("issued")
    if not names or not cite.names or cite.names[0] != names[0].family:
        return False
    return bool(issued and issued.start and str(issued.start.year) == cite.year)
