"""Render the citations of an essay and its reference list in a style."""

from __future__ import annotations

from collections.abc import Sequence

from loccit import csl
from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit.formatting.draft import Draft
from loccit.formatting.footnotes import ReadingOrder, as_note, with_notes
from loccit.formatting.formatted_essay import FormattedCitation
from loccit.formatting.in_sentence import (
    with_possessive,
    without_brackets,
    without_second_stop,
)
from loccit.formatting.resolve import ResolvedCitation
from loccit.formatting.unprinted import (
    RULE,
    as_written,
    is_unprinted,
    unprinted_problem,
)
from loccit.model import Citation, Problem, RichText
from loccit.output import Entry


class Rendered(NamedTuple):
    """What the processor made of the citations, in document order, and of the list."""

    in_footnotes: bool
    citations: tuple[FormattedCitation, ...]
    entries: tuple[Entry, ...]
    problems: tuple[Problem, ...]


def render(draft: Draft) -> Rendered:
    """Render the citations, in the order in which readers come to them, and the list."""
    resolved, settings = draft.resolved, draft.settings
    reading = in_reading_order(draft, in_print(draft))
    processed = csl.process(
        draft.style,
        resolved.sources,
        [each.citation for each in reading],
        locale=settings.lang,
        uncited=resolved.uncited,
        link_citations=bool(settings.link_citations),
        link_bibliography=True,
        omit_repeated_year=bool(settings.omit_repeated_year),
        proper_nouns=settings.proper_nouns,
    )
    return fit_processed(draft, processed)


def fit_processed(draft: Draft, processed: csl.Processed) -> Rendered:
    """Fit what the processor returned to the essay.

    Args:
        draft: the essay.
        processed: of its citations in the order in which readers come to them.
    """
    citations = in_print(draft)
    reading = in_reading_order(draft, citations)
    formatted = {each.number: unchanged(each) for each in citations}
    results = zip(reading, processed.citations, processed.authors, strict=True)
    for each, text, author in results:
        formatted[each.number] = fitted(each, text, author, draft)
    entries = tuple(Entry(entry.key, entry.text) for entry in processed.bibliography)
    in_document_order = tuple(formatted.values())
    problems = [each for each in processed.problems if each.rule != RULE]
    problems += [
        unprinted_problem(each, draft.essay)
        for each in in_document_order
        if is_unprinted(each)
    ]
    kept = tuple(map(as_written, in_document_order))
    return Rendered(is_in_footnotes(draft), kept, entries, tuple(problems))


def is_in_footnotes(draft: Draft) -> bool:
    """Return whether the style of an essay cites in footnotes."""
    return draft.style.citation_class == "note"


def in_print(draft: Draft) -> list[ResolvedCitation]:
    """Return the citations as they are printed, in document order: with the numbers of
    their footnotes, or with the possessives after their authors.
    """
    citations = draft.resolved.citations
    if is_in_footnotes(draft):
        return with_notes(citations, ReadingOrder(draft.essay.document))
    return [_with_possessive(each) for each in citations]


def in_reading_order(
    draft: Draft, citations: Sequence[ResolvedCitation]
) -> list[ResolvedCitation]:
    """Return the citations that are rendered, in the order in which readers come to
    them.

    Args:
        draft: the essay.
        citations: as they are printed, in document order.
    """
    order = ReadingOrder(draft.essay.document)
    as_read = order.sorted(draft.resolved.citations)
    return [citations[each.number] for each in as_read if not each.stays]


def fitted(
    resolved: ResolvedCitation, text: RichText, author: RichText, draft: Draft
) -> FormattedCitation:
    """Fit what the processor returned for a citation to its place in the essay."""
    in_footnotes, citation = is_in_footnotes(draft), resolved.citation
    fit = as_note if in_footnotes else without_second_stop
    text = fit(citation, text)
    if citation.is_bare and not in_footnotes:
        text = without_brackets(text)
    if draft.typed and not author:
        text = _as_prose(citation, text, draft)
    return FormattedCitation(citation, text, author=author)


def unchanged(resolved: ResolvedCitation) -> FormattedCitation:
    """Return a citation that stays as it is written."""
    return FormattedCitation(resolved.citation, None, resolved.missing)


def _as_prose(citation: Citation, text: RichText, draft: Draft) -> RichText:
    """Fit a typed citation to its sentence; others stay as the style prints them."""
    # Essays without typed citations start faster without this.
    from loccit.formatting.typed.fit import fit

    typed = draft.typed and draft.typed.how(citation)
    if not typed:
        return text
    source = draft.resolved.sources[citation.cites[0].key]
    paragraph = draft.essay.document.paragraphs[typed.paragraph]
    return fit(typed, text, source, paragraph)


def _with_possessive(resolved: ResolvedCitation) -> ResolvedCitation:
    citation = with_possessive(resolved.citation)
    if citation is resolved.citation:
        return resolved
    return replace(resolved, citation=citation)
