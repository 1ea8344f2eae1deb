"""Which quotations are words of a source.

Quotation marks are also put around titles, terms, and words that are meant in another
way; rules on direct quotation are not about these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked.essay import CheckedEssay
from loccit.lint.checked.quotations.quotation import Quotation

_FEWEST_WORDS = 4
#: Of so many words, or of words before a citation, no verb is looked for: they are not
#: a term.
_MANY_WORDS = 6
#: Common verbs, and what verbs end in.
_VERB = regex(
    r"\b(?:am|are|be|been|being|can|could|did|do|does|had|has|have|is|may|might|must"
    r"|need|shall|should|was|were|will|would|[a-z]{2,}n[’']t|[^\W\d_]{2,}(?:ed|ing|ise[sd]?"
    r"|ize[sd]?|ify|ifies)|(?:we|you|they|I|who|which|that|it|he|she)\s[a-z]{3,})\b",
    re.IGNORECASE,
)
#: What introduces words that somebody says: "that", a comma, a colon.
_INTRODUCED = regex(r"(?:\bthat|[\w)][,:])\s*\Z")
_LEAD = 10
_LONG_WORD = regex(r"\b[^\W\d_][\w’'-]{3,}")
_LETTERS = regex(r"[^\W_]+")


def quoted_from_sources(essay: CheckedEssay) -> Iterator[Quotation]:
    """Yield the quotations that are words of a source: clauses, not titles or terms."""
    titles = _titles(essay)
    for quotation in essay.quotations:
        words = quotation.words
        is_named = _plain(words) in titles or looks_like_title(words)
        if not is_named and is_clause(quotation, is_english=essay.is_english):
            yield quotation


def looks_like_title(words: str) -> bool:
    """Return whether words have the capitals of a title.

    >>> looks_like_title("Notes on Nursing: What It Is"), looks_like_title("So it is")
    (True, False)
    """
    long = _LONG_WORD.findall(words)
    small = [word for word in long if word[0].islower()]
    return bool(long) and len(long) > 1 and 5 * len(small) <= len(long)


def is_clause(quotation: Quotation, *, is_english: bool) -> bool:
    """Return whether so much is quoted, or with a verb, that it is not a term."""
    length = quotation.length
    if length < _FEWEST_WORDS:
        return False
    if quotation.is_block or quotation.bracket or length >= _MANY_WORDS:
        return True
    return not is_english or _is_introduced(quotation) or _has_verb(quotation)


def _is_introduced(quotation: Quotation) -> bool:
    text, start = quotation.paragraph.text, quotation.start
    return _INTRODUCED.search(text, max(0, start - _LEAD), start) is not None


def _has_verb(quotation: Quotation) -> bool:
    return _VERB.search(quotation.words) is not None


def _titles(essay: CheckedEssay) -> set[str]:
    """Return the titles of what the essay lists and cites, with and without subtitle."""
    sources = [entry.source for entry in essay.entries]
    for citation in essay.citations:
        sources += filter(None, map(essay.source_of, citation.cites))
    titles = [
        source.text(variable)
        for source in sources
        for variable in ("title", "container-title", "title-short")
    ]
    return {
        _plain(part) for title in titles for part in (title, title.partition(":")[0])
    }


def _plain(text: str) -> str:
    return " ".join(_LETTERS.findall(text.casefold()))
