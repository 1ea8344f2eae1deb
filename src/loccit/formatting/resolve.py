"""An essay's citations looked up in its library: which sources they name, and which
keys no source has.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from loccit._startup.dataclass import dataclass, replace
from loccit.bibliography import Library
from loccit.bibliography.nearest import shown_key, unknown_key, unreadable_source
from loccit.essays import Essay
from loccit.essays.syntax.keys import find_keys
from loccit.model import Citation, Place, Problem, Source


@dataclass(frozen=True, slots=True)
class Resolved:
    """What an essay cites.

    Attributes:
        citations: every citation found, in document order.
        missing: for each citation, its keys that no source has; such a citation stays as it is written.
        uncited: the keys to list without setting a citation of them: those of `nocite`, and those that stand beside
            a missing one.
        sources: every source that is cited or listed, by key.
        problems: what is wrong with the library and the keys.
    """

    citations: tuple[Citation, ...]
    missing: tuple[tuple[str, ...], ...]
    uncited: tuple[str, ...]
    sources: dict[str, Source]
    problems: tuple[Problem, ...]

    @property
    def found(self) -> list[Citation]:
        """The citations whose keys all have a source."""
        return [
            citation
            for citation, keys in zip(self.citations, self.missing, strict=True)
            if not keys
        ]


def resolve(
    essay: Essay,
    citations: tuple[Citation, ...],
    nocite: tuple[str, ...],
    library: Library,
) -> Resolved:
    """Look up the keys of the citations and of the front matter's `nocite`."""
    missing = tuple(
        tuple(cite.key for cite in each.cites if library.get(cite.key) is None)
        for each in citations
    )
    wanted = nocite
    if "*" in wanted:
        wanted = (*library.keys(), *(key for key in wanted if key != "*"))
    beside = (
        cite.key
        for each, keys in zip(citations, missing, strict=True)
        if keys
        for cite in each.listed_cites
    )
    uncited = tuple(
        dict.fromkeys(key for key in (*wanted, *beside) if library.get(key) is not None)
    )
    cited = (
        cite.key
        for each, keys in zip(citations, missing, strict=True)
        if not keys
        for cite in each.cites
    )
    sources = {
        key: source
        for key in dict.fromkeys((*cited, *uncited))
        if (source := library.get(key)) is not None
    }
    nearest = _Nearest(library)
    cited_keys = (cite.key for each in citations for cite in each.cites)
    problems = (
        *library.problems,
        *(
            problem
            for key in dict.fromkeys((*cited_keys, *wanted))
            for problem in _of_source(key, library, essay)
        ),
        *_unknown_keys(essay, citations, missing, nearest),
        *_keys_in_affixes(essay, citations),
        *_pages_of_several(essay, citations),
        *(
            _unknown_key(key, _nocite_place(key, essay), nearest)
            for key in wanted
            if library.get(key) is None
        ),
    )
    return Resolved(citations, missing, uncited, sources, problems)


def _of_source(key: str, library: Library, essay: Essay) -> Iterator[Problem]:
    """What is wrong with a source; one that stands in no file stands in the essay."""
    for problem in library.problems_of(key):
        yield (
            problem if problem.place.path else replace(problem, place=Place(essay.path))
        )


def _unknown_keys(
    essay: Essay,
    citations: Iterable[Citation],
    missing: Iterable[tuple[str, ...]],
    nearest: _Nearest,
) -> Iterator[Problem]:
    for citation, keys in zip(citations, missing, strict=True):
        for key in dict.fromkeys(keys):
            offset = citation.span.start + _offset(key, citation.source)
            yield _unknown_key(key, essay.place(offset), nearest)


def _offset(key: str, text: str) -> int:
    """Where a key stands in a text; not where another begins with the same letters."""
    found = re.search(rf"@\{{{re.escape(key)}\}}|@{re.escape(key)}(?!\w)", text)
    return found.start() if found else 0


def _keys_in_affixes(essay: Essay, citations: Iterable[Citation]) -> Iterator[Problem]:
    """Keys that a writer put in a prefix or suffix, where they cite nothing: a comma
    for a semicolon, mostly.
    """
    for citation in citations:
        for affix in (
            affix for cite in citation.cites for affix in (cite.prefix, cite.suffix)
        ):
            if "@" not in affix.plain:
                continue
            for key in find_keys(affix.plain):
                if f"\\@{key}" not in citation.source:
                    place = essay.place(
                        citation.span.start + _offset(key, citation.source)
                    )
                    message = f"The key `{key}` stands within the words of another citation, and cites nothing."
                    yield Problem(
                        "key-in-affix",
                        message,
                        place,
                        "error",
                        "Part sources with a semicolon.",
                    )


def _pages_of_several(essay: Essay, citations: Iterable[Citation]) -> Iterator[Problem]:
    """Pages that stand alone where it is not plain which source they are of."""
    for citation in citations:
        if citation.is_ambiguous:
            keys = " or ".join(f"`{cite.key}`" for cite in citation.cites)
            message = f"`{citation.source}` may be a page of {keys}."
            advice = f"Say which: `[-@{citation.cites[0].key}, {citation.source[1:]}`."
            yield Problem(
                "ambiguous-page",
                message,
                essay.place(citation.span.start),
                "error",
                advice,
            )


def _nocite_place(key: str, essay: Essay) -> Place:
    if essay.front_matter is None or not (
        offset := _offset(key, essay.front_matter.span.of(essay.text))
    ):
        return Place(essay.path)
    return essay.place(essay.front_matter.span.start + offset)


class _Nearest:
    """The keys nearest to unknown ones.  Each is looked up once, and only the first
    are: where hundreds are unknown, it is not for a slip of the pen.
    """

    MOST = 100

    def __init__(self, library: Library) -> None:
        self.library = library
        self._known: dict[str, tuple[str, ...]] = {}

    def __call__(self, key: str) -> tuple[str, ...]:
        if key not in self._known:
            if len(self._known) == self.MOST:
                return ()
            self._known[key] = self.library.nearest(key)
        return self._known[key]


def _unknown_key(key: str, place: Place, nearest: _Nearest) -> Problem:
    if key in nearest.library:
        message = unreadable_source(key).message
        return Problem("unreadable-source", message, place, "error")
    error = unknown_key(key, nearest(key))
    advice = error.advice
    if not advice and place.line:
        advice = f"If it is no citation, write `\\@{shown_key(key)}`."
    return Problem("unknown-key", error.message, place, "error", advice)
