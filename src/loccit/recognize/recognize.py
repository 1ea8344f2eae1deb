"""Recognize an essay: first its list, whose names and years are the lexicon for the
citations; then the citations; then which work each of them is of.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography import Library
from loccit.essays import Essay
from loccit.recognize.citations import find_citations
from loccit.recognize.references import read_reference
from loccit.recognize.source_list import FoundList, ListEntry, find_list
from loccit.recognize.typed_citation import TypedCitation
from loccit.recognize.typed_list import TypedEntry, TypedList


class Recognized(NamedTuple):
    """What somebody typed by hand in an essay.

    Attributes:
        citations: in document order; citations by key are not among them.
        list: the list of sources, if there is one.
    """

    citations: tuple[TypedCitation, ...]
    list: TypedList | None

    @property
    def entries(self) -> tuple[TypedEntry, ...]:
        """The entries of the list."""
        return self.list.entries if self.list else ()


def recognize(
    essay: Essay, library: Library, *, as_printed: bool = False
) -> Recognized:
    """Recognize typed citations and the typed list of an essay, and match them with each
    other and with a library.

    Args:
        essay: the essay.
        library: where their sources are looked up.
        as_printed: whether what a program printed, in live citations and their list, is
            recognized, too.

    >>> from loccit import open_library, read_essay
    >>> text = b"So it is (Doe, 2001, p. 3).\\n\\n# Sources\\n\\nDoe, J. (2001). *On it*. Press."
    >>> found = recognize(read_essay(text), open_library([]))
    >>> [(each.text, each.cites[0].entry) for each in found.citations]
    [('(Doe, 2001, p. 3)', 0)]
    """
    document = essay.document
    paragraphs = document.paragraphs if as_printed else document.typed_paragraphs
    found = find_list(paragraphs)
    typed_list = _with_sources(found, library) if found else None
    entries = typed_list.entries if typed_list else ()
    skipped = typed_list.paragraphs if typed_list else frozenset()
    found_citations = find_citations(paragraphs, entries, library, skipped)
    citations = _outside(found_citations, entries)
    if not citations:
        return Recognized((), typed_list)
    # Most essays have nothing typed in them, and need none of this.
    from loccit.recognize.matching import match_citations

    matched = match_citations(citations, entries, library, paragraphs)
    return Recognized(tuple(matched), typed_list)


def _outside(
    citations: Sequence[TypedCitation], entries: Sequence[TypedEntry]
) -> list[TypedCitation]:
    """Leave out what is inside entries, where a list has no paragraphs of its own."""
    starts = [entry.span.start for entry in entries]
    outside = []
    for citation in citations:
        above = bisect_right(starts, citation.span.start)
        if not above or entries[above - 1].span.end <= citation.span.start:
            outside.append(citation)
    return outside


def read_list(essay: Essay) -> tuple[TypedEntry, ...]:
    """Read the entries of the typed list of an essay, or of a text that is a list.

    >>> from loccit import read_essay
    >>> [entry.source.text("title") for entry in read_list(read_essay(b"Doe, J. (2001). On it. Press."))]
    ['On it']
    """
    found = find_list(essay.document.paragraphs)
    return tuple(map(_read, found.entries)) if found else ()


def _with_sources(found: FoundList, library: Library) -> TypedList:
    """Read the entries of a list, and match them with a library."""
    # As above.
    from loccit.recognize.matching import match_entries

    entries = match_entries([*map(_read, found.entries)], library)
    return TypedList(
        found.heading, found.span, found.part, found.paragraphs, tuple(entries)
    )


def _read(entry: ListEntry) -> TypedEntry:
    """Read the source of an entry."""
    whole = entry.spelled_out()
    read = read_reference(whole.text, whole.marks)
    typed = TypedEntry(entry.text, entry.span, entry.part, entry.number)
    return replace(
        typed,
        mapped=entry.mapped,
        marks=() if entry.authors else read.marks,
        segments=() if entry.authors else read.segments,
        source=read.source,
        confidence=read.confidence,
        doubtful=read.doubtful,
    )
