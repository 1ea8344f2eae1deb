"""Quotation marks around a block quotation.

## What it does

Finds block quotations that are in quotation marks as a whole.

## Why is this bad?

That it is a block says that it is quoted; APA sets it without quotation marks (section
8.27).

## Example

    The mayor wrote of the old streets:

    > "Streets are where we meet. We meet there in the morning on our way to work,
    > and we meet there in the evening on our way home, and if nobody has a bench to
    > sit on, then we stand and talk all the same." (Bell, 2009, p. 4)

## Use instead

    The mayor wrote of the old streets:

    > Streets are where we meet. We meet there in the morning on our way to work,
    > and we meet there in the evening on our way home, and if nobody has a bench to
    > sit on, then we stand and talk all the same. (Bell, 2009, p. 4)

## Fix safety

This fix is safe: it removes the marks alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay, Quotation
from loccit.lint.checked.quotations.with_marks import with_marks
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for quotation in essay.quotations:
        if quotation.is_block and quotation.opening and quotation.is_cited:
            yield _mistake(quotation, essay)


def _mistake(quotation: Quotation, essay: CheckedEssay) -> Mistake:
    return Mistake(
        quotation.paragraph.mapped,
        quotation.start,
        quotation.start + 1,
        "The block quotation has quotation marks around it.",
        "Remove them.",
        with_marks(essay, quotation, "", ""),
    )
