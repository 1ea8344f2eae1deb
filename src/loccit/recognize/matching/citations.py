"""Match typed citations with the entries of a typed list, and the sources of a library."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from loccit._startup.dataclass import replace
from loccit.bibliography import Library
from loccit.essays.paragraph import Paragraph
from loccit.recognize.matching.acronyms import acronyms_in
from loccit.recognize.matching.asked import Asked
from loccit.recognize.matching.bound import Bound
from loccit.recognize.matching.choice import NOTHING, Choice
from loccit.recognize.matching.editions import with_edition
from loccit.recognize.matching.known_works import known_works
from loccit.recognize.matching.numbers import choose_numbered
from loccit.recognize.matching.surroundings import sentence_around
from loccit.recognize.matching.works import Works
from loccit.recognize.typed_citation import TypedCitation, TypedCite
from loccit.recognize.typed_list import TypedEntry


def match_citations(
    citations: Sequence[TypedCitation],
    entries: Sequence[TypedEntry],
    library: Library,
    paragraphs: Sequence[Paragraph] = (),
) -> Iterator[TypedCitation]:
    """Yield the citations, each cite with the work that it is of.

    Args:
        citations: in document order.
        entries: those of the essay's list, already matched with the library.
        library: the sources; it is not read if nothing is cited.
        paragraphs: those of the essay, whose words are evidence.
    """
    if not citations:
        return
    works = Works(known_works(citations, entries, library))
    matching = _Matching(works, paragraphs, entries, library)
    for citation in citations:
        yield matching.matched(citation)


class _Matching:
    """The citations of an essay, from the first to the last."""

    def __init__(
        self,
        works: Works,
        paragraphs: Sequence[Paragraph],
        entries: Sequence[TypedEntry],
        library: Library,
    ) -> None:
        self._works = works
        self._library = library
        self._paragraphs = paragraphs
        self._entries = entries
        self._bound = Bound(works, paragraphs)

    def matched(self, citation: TypedCitation) -> TypedCitation:
        """Match a citation."""
        cites = []
        for cite in citation.cites:
            choice = self._choice(cite, citation)
            self._bound.add(citation, cite, choice)
            cites.append(_with_choice(cite, choice))
        return replace(citation, cites=tuple(cites))

    def _choice(self, cite: TypedCite, citation: TypedCitation) -> Choice:
        if cite.personal:
            return NOTHING
        if cite.number:
            return choose_numbered(cite, self._works)
        asked = self._asked(cite, citation)
        if citation.mode == "ibid":
            return self._bound.ibid(asked, citation)
        if citation.mode in ("page-only", "year-only") or not cite.names:
            return self._bound.choose(asked, citation)
        return with_edition(self._works.choose(asked), asked, self._library)

    def _asked(self, cite: TypedCite, citation: TypedCitation) -> Asked:
        text = citation.text if len(citation.cites) == 1 else ""
        if citation.paragraph >= len(self._paragraphs):
            return Asked(cite, text)
        sentence = sentence_around(citation, self._paragraphs[citation.paragraph])
        return Asked(cite, text, sentence, self._acronyms)

    @cached_property
    def _acronyms(self) -> Mapping[str, str]:
        listed = [entry.text for entry in self._entries]
        return acronyms_in([*(each.text for each in self._paragraphs), *listed])


def _with_choice(cite: TypedCite, choice: Choice) -> TypedCite:
    work = choice.work
    return replace(
        cite,
        entry=work.entry if work else None,
        key=work.key if work else None,
        confidence=choice.confidence,
        reasons=choice.reasons,
        candidates=choice.candidates,
    )
