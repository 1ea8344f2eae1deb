"""Fit a citation into its sentence: a possessive after the author, and one full stop
where the citation and its sentence would each have one.
"""

from __future__ import annotations

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.model import Citation, Marked, RichText, Span

#: Brackets around a whole, perhaps with others inside.
_IN_BRACKETS = regex(r"\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^\[\]]*\]")
#: After a question mark, too, no full stop follows (Chicago 17, 6.124).
_STOP_AT_END = regex(r"[.!?](?:[\"'”’“‘»«›‹]|\s»)*\Z")


def with_possessive(citation: Citation) -> Citation:
    """Take the possessive after a narrative citation into it: `@doe1999's book` is
    "Doe's (1999) book", not "Doe (1999)'s".

    >>> from loccit.model import CitationContext, Possessive
    >>> context = CitationContext(possessive=Possessive("'s", 13))
    >>> citation = Citation((), "narrative", Span(3, 11), "@doe1999", context=context)
    >>> with_possessive(citation).source
    "@doe1999's"
    """
    found = citation.context.possessive
    if not found or citation.mode != "narrative":
        return citation
    return replace(
        citation,
        span=Span(citation.span.start, found.end),
        source=citation.source + found.text,
        possessive=found.text,
    )


def ends_with_stop(text: RichText) -> bool:
    """Return whether a text ends with a full stop, a question mark or an exclamation
    mark, perhaps within quotation marks.
    """
    return bool(_STOP_AT_END.search(text.plain))


def without_doubled_stop(punctuation: str) -> str:
    """Leave out the full stop of the punctuation that follows words with a stop of their
    own (Chicago 17, 6.124); the dots of an ellipsis stay.

    >>> without_doubled_stop("."), without_doubled_stop(".)"), without_doubled_stop("...")
    ('', ')', '...')
    """
    if punctuation.startswith(".."):
        return punctuation
    return punctuation.removeprefix(".")


def without_second_stop(citation: Citation, text: RichText) -> RichText:
    """Leave out the full stop at the end of a citation's text if the essay has one
    directly after it: "as did Lyon et al." has one.

    >>> from loccit.model import CitationContext
    >>> citation = Citation((), context=CitationContext(full_stop=Span(8, 9)))
    >>> without_second_stop(citation, RichText.of("Lyon et al.")).plain
    'Lyon et al'
    """
    if citation.context.full_stop and text.plain.endswith("."):
        return _without_last_character(text)
    return text


def without_brackets(text: RichText) -> RichText:
    """Leave out the brackets around a citation that has none where it is typed, as
    natbib's `\\citealp` or `:cite:year:`.

    >>> without_brackets(RichText.of("(Doe, 2001)")).plain
    'Doe, 2001'
    """
    if not _IN_BRACKETS.fullmatch(text.plain):
        return text
    first, *others = text.nodes
    if isinstance(first, Marked):
        return text
    return _without_last_character(RichText((first[1:], *others)))


def _without_last_character(text: RichText) -> RichText:
    *others, last = text.nodes
    if isinstance(last, Marked):
        content = _without_last_character(last.content)
        return RichText((*others, replace(last, content=content)))
    return RichText((*others, last[:-1]))
