"""What the parts of citations are, for editors that color them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.model import Citation, Cite, Span

#: What a token is.  `key`, `unknown-key`, `locator` and `affix` are in citations; the
#: others are in `.bib` files, which have keys too.
Kind = Literal[
    "key",
    "unknown-key",
    "locator",
    "affix",
    "type",
    "field",
    "value",
    "number",
    "abbreviation",
]

#: Citations whose words are between their keys: not a command with options.
_PLAIN = regex(r"(?:\[(?!cite)|-?@)")
#: What separates words and keys.
_SIGNS = "[](){};, \t\r\n-"


class Token(NamedTuple):
    """A stretch of a text that is one thing."""

    kind: Kind
    span: Span


def tokens_of_essay(essay: OpenEssay, within: Span | None = None) -> Iterator[Token]:
    """Yield the keys of citations and the words around them, in the order of the text.

    Args:
        essay: the essay.
        within: a part of it, to which the answer may be limited.
    """
    shown = essay.citations if within is None else essay.citations_in(within)
    for citation in shown:
        if not citation.typed and not citation.part:
            yield from _of_citation(essay, citation)


def _of_citation(essay: OpenEssay, citation: Citation) -> Iterator[Token]:
    library = essay.sources
    is_plain = _PLAIN.match(citation.source) is not None
    end = citation.span.start
    before: Cite | None = None
    for cite in citation.cites:
        if not len(cite.span) or cite.span.start < end:
            continue
        if is_plain:
            yield from _between(essay.text, Span(end, cite.span.start), before)
        kind: Kind = "key" if cite.key in library else "unknown-key"
        yield Token(kind, cite.span)
        end, before = cite.span.end, cite
    if is_plain and before:
        yield from _between(essay.text, Span(end, citation.span.end), before)


def _between(text: str, span: Span, cite: Cite | None) -> Iterator[Token]:
    """Yield the words after a cite: its locator, and others."""
    words = span.of(text)
    start = span.start + len(words) - len(words.lstrip(_SIGNS))
    end = span.start + len(words.rstrip(_SIGNS))
    if cite and cite.locator:
        value = text.find(cite.locator.value, start, span.end)
        if value != -1:
            after = value + len(cite.locator.value)
            yield Token("locator", Span(start, after))
            start = after + len(text[after:end]) - len(text[after:end].lstrip(_SIGNS))
    if start < end:
        yield Token("affix", Span(start, end))
