"""Look up an essay's citations in its library: which sources they name, and which keys
no source has.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Sequence

from loccit._startup.dataclass import dataclass, replace
from loccit.bibliography import Library, shown_key, unknown_key, unreadable_source
from loccit.essays import Essay
from loccit.essays.rename import nocited
from loccit.essays.syntax.cross_references import (
    defined_labels,
    has_prefix,
    without_cross_references,
)
from loccit.essays.syntax.keys import key_at
from loccit.essays.syntax.stray_keys import keys_in_affixes
from loccit.essays.syntax.unspaced import without_words
from loccit.formatting.typed_brackets import bracket_problems
from loccit.model import Citation, Place, Problem, Range, Source, Span

#: For how many unknown keys the nearest ones are looked up.
_MOST_LOOKED_UP = 100


@dataclass(frozen=True, slots=True)
class ResolvedCitation:
    """A citation with what is known of its keys.

    Attributes:
        number: its number in the essay, from 0.
        missing: its keys that no source has.
        obstacle: why the format can't replace it.
    """

    number: int
    citation: Citation
    missing: tuple[str, ...] = ()
    obstacle: Problem | None = None

    @property
    def stays(self) -> bool:
        """Whether it stays as it is written."""
        if self.missing or self.obstacle:
            return True
        return self.citation.is_ambiguous


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an essay cites.

    Attributes:
        citations: every citation found, in document order; cross-references are not
            citations.
        uncited: the keys to list without formatting a citation of them: those of
            `nocite`, and those of citations that stay as they are.
        sources: every source that is cited or listed, by key.
        problems: what is wrong with the library and the keys.
        library: where the keys were looked up.
    """

    citations: tuple[ResolvedCitation, ...]
    uncited: tuple[str, ...]
    sources: dict[str, Source]
    problems: tuple[Problem, ...]
    library: Library


@dataclass(frozen=True, slots=True)
class _CrossReferences:
    """Decides about keys: one is of a cross-reference if no source has it, and it has a
    prefix of such or is a label in the essay.
    """

    library: Library
    labels: frozenset[str]

    def __call__(self, key: str) -> bool:
        return (has_prefix(key) or key in self.labels) and key not in self.library


def resolve(
    essay: Essay,
    citations: Sequence[Citation],
    listed: tuple[str, ...],
    library: Library,
    typed: Sequence[Citation] = (),
) -> Resolved:
    """Look up the keys of the citations and those that are listed without one.

    Args:
        essay: the essay.
        citations: those with keys.
        listed: what is listed without a citation.
        library: where keys are looked up.
        typed: citations that are typed by hand, whose sources are known.
    """
    is_cross_reference = _CrossReferences(library, defined_labels(essay.text))
    parts = essay.document.parts
    citations = [
        left
        for citation in citations
        if (citing := without_words(citation, parts[citation.part], library))
        and (left := without_cross_references(citing, is_cross_reference))
    ]
    together = [*citations, *typed]
    if typed:
        ranks = {part: rank for rank, part in enumerate(essay.document.parts)}
        together.sort(key=lambda each: (ranks[each.part], each.span))
    resolved = tuple(_resolve_citations(essay, together, library))
    uncited = uncited_keys(resolved, listed, library)
    problems = (
        *library.problems,
        *_problems_of_sources(together, listed, library, essay),
        *_unknown_keys(resolved, listed, library, essay),
        *_keys_in_affixes(citations, essay, is_cross_reference),
        *_ambiguous_pages(citations, essay),
        *bracket_problems(_known(resolved), essay, library),
        *(each.obstacle for each in resolved if each.obstacle),
    )
    sources = _sources(resolved, uncited, library)
    return Resolved(resolved, uncited, sources, problems, library)


def _known(citations: Iterable[ResolvedCitation]) -> list[Citation]:
    """Return the citations with keys that are all known."""
    return [
        each.citation
        for each in citations
        if not each.missing and not each.citation.typed
    ]


def listed_keys(nocite: tuple[str, ...], library: Library) -> tuple[str, ...]:
    """Return the keys of `nocite`, in which `*` stands for all."""
    if "*" not in nocite:
        return nocite
    return (*library.keys(), *(key for key in nocite if key != "*"))


def _resolve_citations(
    essay: Essay, citations: Sequence[Citation], library: Library
) -> Iterator[ResolvedCitation]:
    for number, citation in enumerate(citations):
        keys = [cite.key for cite in citation.cites]
        missing = tuple(key for key in keys if library.get(key) is None)
        obstacle = essay.document.obstacle(citation)
        yield ResolvedCitation(number, citation, missing, obstacle)


def uncited_keys(
    citations: Iterable[ResolvedCitation], listed: Iterable[str], library: Library
) -> tuple[str, ...]:
    """Return the keys to list without formatting a citation of them."""
    keys = dict.fromkeys(listed)
    for each in citations:
        if each.stays:
            keys.update(dict.fromkeys(cite.key for cite in each.citation.listed_cites))
    return tuple(key for key in keys if library.get(key) is not None)


def _sources(
    citations: Iterable[ResolvedCitation], uncited: Iterable[str], library: Library
) -> dict[str, Source]:
    """Return the sources that are cited or listed, by key."""
    keys: dict[str, None] = {}
    for each in citations:
        if not each.missing:
            keys.update(dict.fromkeys(cite.key for cite in each.citation.cites))
    keys.update(dict.fromkeys(uncited))
    found = {key: library.get(key) for key in keys}
    return {key: source for key, source in found.items() if source is not None}


def _problems_of_sources(
    citations: Iterable[Citation],
    listed: Iterable[str],
    library: Library,
    essay: Essay,
) -> Iterator[Problem]:
    """Yield the problems of sources that are cited or listed; one that is in no file is
    in the essay.
    """
    cited = (cite.key for citation in citations for cite in citation.cites)
    for key in dict.fromkeys((*cited, *listed)):
        for problem in library.problems_of(key):
            if problem.place.path:
                yield problem
            else:
                yield replace(problem, place=Place(essay.path))


def _unknown_keys(
    citations: Iterable[ResolvedCitation],
    listed: Iterable[str],
    library: Library,
    essay: Essay,
) -> Iterator[Problem]:
    nearest = _Nearest(library)
    for each in citations:
        if each.citation.program:
            yield from _without_data(each, essay)
            continue
        for key in dict.fromkeys(each.missing):
            span = _key_span(key, each.citation)
            typed = essay.range_of(span, each.citation.part)
            yield _unknown_key(key, typed, nearest, essay)
    for key in listed:
        if library.get(key) is None:
            yield _unknown_key(key, _nocite_range(key, essay), nearest, essay)


def _without_data(each: ResolvedCitation, essay: Essay) -> Iterator[Problem]:
    """Report a live citation of which the document does not say what it cites."""
    if each.missing:
        start, end = essay.range_of(each.citation.span, each.citation.part)
        yield Problem(
            "live-citation-without-data",
            f"The document does not say what `{each.citation.source}` cites.",
            start,
            advice="Add the source to your bibliography, or cite it again in the program "
            "that made this citation.",
            end=end,
        )


def _key_span(key: str, citation: Citation) -> Span:
    """Return where a key of a citation is, with its `@`; a page alone has none, and is
    all of the citation.
    """
    cite = next(cite for cite in citation.cites if cite.key == key)
    if not cite.span:
        return citation.span
    if citation.part:  # markup may be amid its characters
        return cite.span
    before = max(0, cite.span.start - citation.span.start)
    if citation.source.startswith("-@", before):
        return Span(cite.span.start + 1, cite.span.end)
    return cite.span


def _span_at(citation: Citation, start: int) -> Span:
    """Return the span of a key that begins at `start` of a citation's characters."""
    key = key_at(citation.source, start, len(citation.source))
    end = key.end if key else start
    return Span(citation.span.start + start, citation.span.start + end)


def _keys_in_affixes(
    citations: Iterable[Citation], essay: Essay, is_cross_reference: _CrossReferences
) -> Iterator[Problem]:
    """Report keys that a writer put in a prefix or suffix, where they cite nothing;
    mostly after a comma instead of a semicolon.
    """
    for citation in citations:
        for key in keys_in_affixes(citation):
            if is_cross_reference(key.name):
                continue
            start, end = essay.range_of(_span_at(citation, key.start), citation.part)
            yield Problem(
                "key-in-affix",
                f"The key `{key.name}` is within the words of another citation, and "
                "cites nothing.",
                start,
                "error",
                "Separate sources with a semicolon.",
                end,
            )


def _ambiguous_pages(citations: Iterable[Citation], essay: Essay) -> Iterator[Problem]:
    """Report pages alone that may be of several sources."""
    for citation in citations:
        if not citation.is_ambiguous:
            continue
        keys = " or ".join(f"`{cite.key}`" for cite in citation.cites)
        first = citation.cites[0].key
        start, end = essay.range_of(citation.span, citation.part)
        yield Problem(
            "ambiguous-page",
            f"`{citation.source}` may be a page of {keys}.",
            start,
            "error",
            f"Say which: `[-@{first}, {citation.source[1:]}`.",
            end,
        )


def _nocite_range(key: str, essay: Essay) -> Range:
    """Return where the front matter names a key, or the essay as a whole."""
    for place in nocited(essay, [key]):
        return essay.range_of(place.span, place.part)
    return Range(Place(essay.path))


class _Nearest:
    """The keys nearest to unknown ones.  Each is looked up once, and only the first
    ones are: where hundreds are unknown, slips of the pen are not the reason.
    """

    def __init__(self, library: Library) -> None:
        self.library = library
        self._known: dict[str, tuple[str, ...]] = {}

    def __call__(self, key: str) -> tuple[str, ...]:
        if key not in self._known:
            if len(self._known) == _MOST_LOOKED_UP:
                return ()
            self._known[key] = self.library.nearest(key)
        return self._known[key]


def _unknown_key(key: str, typed: Range, nearest: _Nearest, essay: Essay) -> Problem:
    start, end = typed
    if key in nearest.library:
        message = unreadable_source(key).message
        return Problem("unreadable-source", message, start, "error", end=end)
    error = unknown_key(key, nearest(key))
    if not essay.has_citation_syntax:
        return Problem("unknown-key", error.message, start, "error", error.advice, end)
    advice = _with_page(key, nearest.library) or error.advice
    if not advice and start.line:
        advice = f"If it is not a citation, write `\\@{shown_key(key)}`."
    return Problem("unknown-key", error.message, start, "error", advice, end)


def _with_page(key: str, keys: Container[str]) -> str:
    """Return what to write if a key has a page after a colon: `[@doe99:46]`."""
    name, _, page = key.partition(":")
    if name not in keys or not page[:1].isdigit():
        return ""
    return f"Write `[@{name}, {page}]`."
