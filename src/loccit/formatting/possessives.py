"""Possessives: `@doe1999's book` is "Doe's (1999) book", not "Doe (1999)'s"."""

from __future__ import annotations

from collections.abc import Iterable

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model import Citation, Span

_POSSESSIVE = regex(r"['’]s(?!\w)")


def with_possessives(text: str, citations: Iterable[Citation]) -> tuple[Citation, ...]:
    """The citations, narrative ones together with the possessive that follows their key
    directly.

    >>> citation = Citation((), "narrative", Span(3, 11), "@doe1999")
    >>> with_possessives("As @doe1999's book says.", [citation])[0].source
    "@doe1999's"
    """
    return tuple(_with_possessive(text, citation) for citation in citations)


def _with_possessive(text: str, citation: Citation) -> Citation:
    found = (
        _POSSESSIVE.match(text, citation.span.end)
        if citation.mode == "narrative"
        else None
    )
    if not found or citation.source.endswith("]"):
        return citation
    span = Span(citation.span.start, found.end())
    return replace(
        citation, span=span, source=citation.source + found[0], possessive=found[0]
    )
