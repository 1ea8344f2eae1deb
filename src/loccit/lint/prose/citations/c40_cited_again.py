"""The same citation after each sentence of a paragraph.

## What it does

Finds a work that one paragraph cites four times or more in a row, with the same place in
it or none, and no other work between; only the first may be in the sentence.

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
        _, *others = same
        in_brackets = [
            each for each in others if each.mode == "parenthetical" and each.text
        ]
        count = 1 + len(in_brackets)
        if count >= _MANY:
            second = in_brackets[0]
            message = f"The paragraph cites `{second.text}` {count} times in a row."
            advice = "Cite it once, while the source is clear."
            yield Mistake(second.mapped, second.start, second.end, message, advice)


def _what_is_cited(citation: CheckedCitation) -> object:
    """Return what two citations have in common that say the same in one paragraph."""
    works = [
        (each.key, each.names, each.year, each.suffix, each.locator, each.after)
        for each in citation.cites
    ]
    return (citation.read.paragraph, works)
