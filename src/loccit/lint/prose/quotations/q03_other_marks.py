"""A short quotation in other marks than double quotation marks.

## What it does

In English essays, finds quotations in the marks of other languages, such as «…» or „…“.

## Why is this bad?

APA puts a quotation of fewer than 40 words into the text, in double quotation marks
(section 8.26).

## Example

    The street is where «neighbors learn to trust each other» (Bell, 2009, p. 4).

## Use instead

    The street is where “neighbors learn to trust each other” (Bell, 2009, p. 4).

## Fix safety

This fix is safe: it changes the marks alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay, Quotation
from loccit.lint.checked.quotations.quotation import SHORTEST_BLOCK
from loccit.lint.checked.quotations.with_marks import with_marks
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

_OTHER = frozenset("«»„‚‹›")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if not essay.is_english:
        return
    for quotation in essay.quotations:
        is_short = not quotation.is_block and quotation.length < SHORTEST_BLOCK
        if is_short and quotation.opening in _OTHER and quotation.is_cited:
            yield _mistake(quotation, essay)


def _mistake(quotation: Quotation, essay: CheckedEssay) -> Mistake:
    marks = f"{quotation.opening}…{quotation.closing}"
    return Mistake(
        quotation.paragraph.mapped,
        quotation.start,
        quotation.start + 1,
        f"`{marks}` are not the quotation marks of English.",
        "Write `“…”`.",
        with_marks(essay, quotation, "“", "”"),
    )
