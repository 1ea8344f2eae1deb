"""Typed citations as the citations that formatting knows: their cites, and what
surrounds them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.dataclass import replace
from loccit.essays import Document
from loccit.essays.paragraph import Paragraph
from loccit.essays.syntax.citation_context import Surroundings
from loccit.formatting.typed.words import end_of_words, words_after, words_before
from loccit.model import Citation, CitationContext, Cite, CiteMode, RichText, Span
from loccit.recognize import TypedCitation, TypedMode

#: How a citation is set that is typed in each way; all others stay as they are typed.
_MODES: dict[TypedMode, CiteMode] = {
    "parenthetical": "parenthetical",
    "narrative": "narrative",
    "page-only": "locator-only",
    "year-only": "suppress-author",
    "numeric": "parenthetical",
    "mla": "parenthetical",
    "ibid": "parenthetical",
}
_BRACKETS = ("(", "[", "（", "［")


def can_be_set(citation: TypedCitation) -> bool:
    """Return whether a citation is typed in a way that can be formatted: what has no
    brackets, "Doe 2001", may mean anything.
    """
    if citation.mode not in _MODES:
        return False
    return citation.mode != "ibid" or citation.text.startswith(_BRACKETS)


def model_citations(
    citations: Sequence[TypedCitation], document: Document
) -> Iterator[Citation]:
    """Yield citations, each of whose cites has a key, in document order.

    Args:
        citations: in document order.
        document: the essay.
    """
    paragraph, previous_end = -1, None
    for citation in citations:
        if citation.paragraph != paragraph:
            paragraph, previous_end = citation.paragraph, None
        source = document.characters(citation.span, citation.part)
        context = _context(citation, document.paragraphs[paragraph], previous_end)
        yield _citation(citation, source, context)
        previous_end = citation.end


def _citation(typed: TypedCitation, source: str, context: CitationContext) -> Citation:
    mode = _MODES[typed.mode]
    return Citation(
        tuple(_cites(typed, mode)),
        "parenthetical" if mode == "suppress-author" else mode,
        typed.span,
        source,
        typed.part,
        possessive=typed.possessive,
        typed=True,
        context=context,
    )


def _context(
    typed: TypedCitation, paragraph: Paragraph, previous_end: int | None
) -> CitationContext:
    text = paragraph.text
    around = Surroundings(
        paragraph.mapped,
        0,
        len(text),
        typed.start,
        typed.end,
        typed.mode == "narrative",
        previous_end,
    )
    context = around.context(typed.paragraph + 1)
    context = replace(
        context,
        possessive=None,
        in_fixed_width_table=paragraph.in_fixed_width_table,
    )
    readable = context.note_span.end - context.note_span.start
    before = typed.start - end_of_words(text, typed.start)
    expected = len(typed.text) + len(context.punctuation) + before
    # Markup is between them, and stays; a format of several parts keeps it anyway.
    if readable > expected and not typed.part:
        context = replace(context, note_span=typed.span, punctuation="")
    note_span = context.note_span
    if typed.span.start < note_span.start:  # the signs that raise a number
        note_span = Span(typed.span.start, max(note_span.end, typed.span.end))
    return replace(context, note_span=note_span)


def _cites(typed: TypedCitation, mode: CiteMode) -> Iterator[Cite]:
    """Yield the cites; works of the same author after a first one go without him."""
    prefixes: set[str] = set()
    for number, cite in enumerate(typed.cites):
        own, prefix = mode, cite.prefix.strip()
        if prefix in prefixes and typed.text.count(prefix) == 1:
            prefix = ""  # "see Doe, 2001, 2003" has it once
        prefixes.add(prefix)
        if number and mode == "narrative":
            is_same = cite.names == typed.cites[0].names or not cite.names
            own = "suppress-author" if is_same else "parenthetical"
        yield Cite(
            cite.key or "",
            own,
            RichText.of(words_before(prefix, typed.text)),
            RichText.of(words_after(cite.after.strip(), typed.text)),
            cite.locator,
            cite.secondary,
        )
