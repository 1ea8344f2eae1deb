"""Where somebody may have typed a citation by hand: found quickly, for a menu."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.drafting.acting.asked import Asked
from loccit.model import Span

#: Names, and a year in brackets with other words; with limits, so that a search takes
#: linear time.
_TYPED = regex(
    r"(?:[A-ZÀ-Þ][\w'’.&-]{0,40}[ ,]{1,2}(?:(?:and|und|et|y|&|al\.) ?){0,2}){0,6}"
    r"\([^()\n]{0,200}\b(?:1[5-9]|20)\d\d[a-z]?\b[^()\n]{0,200}\)"
)
#: So far around the cursor.
_AROUND = 400


def may_be_typed(asked: Asked) -> bool:
    """Return whether a citation may be typed by hand where the cursor is."""
    essay = asked.essay
    if essay is None:
        return False
    offset = asked.span.start
    known = essay.citation_at(offset)
    if known:
        return known.typed
    start = max(0, offset - _AROUND)
    for found in _TYPED.finditer(asked.text, start, offset + _AROUND):
        if found.start() <= offset <= found.end():
            return not _has_key(asked, Span(*found.span()))
    return False


def are_any_typed(asked: Asked) -> bool:
    """Return whether any citation of an essay may be typed by hand."""
    if asked.essay is None:
        return False
    if any(citation.typed for citation in asked.essay.citations):
        return True
    return _TYPED.search(asked.text) is not None


def _has_key(asked: Asked, span: Span) -> bool:
    return bool(asked.essay and asked.essay.citations_in(span))
