"""A block quotation of fewer than 40 words.

## What it does

Finds block quotations with a citation that have fewer than 40 words.

## Why is this bad?

APA puts a short quotation into the sentence, in double quotation marks (sections 8.26
and 8.27).

## Example

    The mayor wrote of the streets:

    > They are where neighbors learn to trust each other. (Bell, 2009, p. 4)

    So they are.

## Use instead

    The mayor wrote of the streets that "they are where neighbors learn to trust each
    other" (Bell, 2009, p. 4).

    So they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay, Quotation
from loccit.lint.checked.quotations.epigraph import is_epigraph
from loccit.lint.checked.quotations.quotation import SHORTEST_BLOCK
from loccit.lint.prose.rule import Mistake

_FEWEST_WORDS = 4


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for quotation in essay.quotations:
        if _is_short(quotation) and not is_epigraph(quotation, essay):
            yield _mistake(quotation)


def _is_short(quotation: Quotation) -> bool:
    """Return whether a quotation is short, and neither verse nor a list."""
    has_citation = quotation.bracket is not None
    is_prose = all(each.paragraph.kind == "paragraph" for each in quotation.stretches)
    is_short = _FEWEST_WORDS <= quotation.length < SHORTEST_BLOCK
    return quotation.is_block and has_citation and is_prose and is_short


def _mistake(quotation: Quotation) -> Mistake:
    return Mistake(
        quotation.paragraph.mapped,
        quotation.start,
        quotation.end,
        f"This quotation of {quotation.length} words is a block.",
        "Put it into the text, in double quotation marks.",
    )
