"""The same citation after each sentence of a paragraph.

## What it does

Finds a work that one paragraph cites four times or more in a row, in brackets and in the
same words, with no other work between.

## Why is this bad?

A long paraphrase cites its work once, where it begins, and again only where the source
is no longer clear (APA, section 8.24).

## Example

    Sleep helps memory (Bell, 2009). It helps at any age (Bell, 2009). It costs nothing
    (Bell, 2009). Nobody should go without it (Bell, 2009).

    # References

    Bell, R. (2009). *On sleep*. North Press.

## Use instead

    Sleep helps memory (Bell, 2009). It helps at any age. It costs nothing. Nobody should
    go without it.

    # References

    Bell, R. (2009). *On sleep*. North Press.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

from loccit.lint.checked import CheckedCitation, CheckedEssay
from loccit.lint.prose.rule import Mistake

_MANY = 4


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for _, same in groupby(essay.citations, key=_what_is_cited):
        citations = [*same]
        first, *others = citations
        if first.mode == "parenthetical" and len(citations) >= _MANY:
            message = (
                f"The paragraph cites `{first.text}` {len(citations)} times in a row."
            )
            place = (others[0].start, others[0].end)
            advice = "Cite it once, while the source is clear."
            yield Mistake(others[0].mapped, *place, message, advice)


def _what_is_cited(citation: CheckedCitation) -> object:
    """Return what two citations have in common that say the same in one paragraph."""
    words = " ".join(citation.text.split())
    return (citation.read.paragraph, citation.mode, words)
