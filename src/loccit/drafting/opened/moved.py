"""Citations at another place than where they were read."""

from __future__ import annotations

from loccit._startup.dataclass import replace
from loccit.model import Citation, CitationContext, Span
from loccit.model.citation import Possessive


def moved(citation: Citation, by: int) -> Citation:
    """Return a citation so many characters further on.

    >>> from loccit.model import Cite
    >>> moved(Citation((Cite("doe", span=Span(4, 8)),), span=Span(3, 9)), 2).span
    Span(start=5, end=11)
    """
    if not by:
        return citation
    return replace(
        citation,
        cites=tuple(
            replace(cite, span=_span(cite.span, by)) for cite in citation.cites
        ),
        span=_span(citation.span, by),
        context=_context(citation.context, by),
    )


def print_alike(one: Citation, other: Citation) -> bool:
    """Return whether two citations print the same, wherever they are."""
    return _in_print(one) == _in_print(other)


def _in_print(citation: Citation) -> tuple[object, ...]:
    """Return what the print of a citation depends on."""
    context = citation.context
    return (
        citation.cites,
        citation.mode,
        citation.note,
        citation.possessive,
        citation.typed,
        citation.program,
        citation.is_bare,
        context.begins,
        context.author_begins,
        context.ends,
        context.own_note,
        context.follows_stop,
        bool(context.full_stop),
    )


def _context(context: CitationContext, by: int) -> CitationContext:
    possessive = context.possessive
    if possessive:
        possessive = Possessive(possessive.text, possessive.end + by)
    return replace(
        context,
        note_span=_span(context.note_span, by),
        full_stop=context.full_stop and _span(context.full_stop, by),
        possessive=possessive,
        semicolons=tuple(place + by for place in context.semicolons),
    )


def _span(span: Span, by: int) -> Span:
    """Return a span further on; an empty one stands for no place."""
    return Span(span.start + by, span.end + by) if span else span
