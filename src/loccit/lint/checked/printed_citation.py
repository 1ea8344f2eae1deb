"""What the style prints for a citation of an essay, beside all its other sources."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from loccit import csl
from loccit.lint.checked.citation import CheckedCitation
from loccit.lint.checked.essay import CheckedEssay
from loccit.model import Citation, Cite, RichText, Source
from loccit.recognize import TypedCite


def printed_citation(essay: CheckedEssay, citation: CheckedCitation) -> RichText | None:
    """Return what the style prints in brackets for the works of a citation; None if one
    of them is unknown.
    """
    cites = [_cite(essay, each) for each in citation.cites]
    known = [each for each in cites if each is not None]
    return printed(essay, [known])[0] if len(known) == len(cites) else None


def printed(
    essay: CheckedEssay, citations: Sequence[Sequence[Cite]]
) -> Sequence[RichText]:
    """Return what the style prints in brackets for cites, whose keys are those of
    `work_of`.
    """
    sources = works(essay)
    clusters = [Citation(tuple(cites)) for cites in citations]
    return csl.process(
        essay.style, sources, clusters, locale=essay.lang, uncited=[*sources]
    ).citations


def works(essay: CheckedEssay) -> Mapping[str, Source]:
    """Return the sources that an essay lists or cites, by the keys of `work_of`."""
    listed = {str(each.number): each.source for each in essay.entries}
    cited = {
        cite.key: source
        for citation in essay.citations
        for cite in citation.cites
        if cite.key and cite.entry is None and (source := essay.source_of(cite))
    }
    return {**listed, **cited}


def work_of(essay: CheckedEssay, cite: TypedCite) -> str | None:
    """Return the key of the work that a cite is of: the number of its entry in the typed
    list, or its key in the library; None if it is unknown.
    """
    entry = essay.entry_of(cite)
    if entry:
        return str(entry.number)
    return cite.key if cite.key and essay.source_of(cite) else None


def _cite(essay: CheckedEssay, cite: TypedCite) -> Cite | None:
    key = work_of(essay, cite)
    return Cite(key, locator=cite.locator) if key is not None else None
