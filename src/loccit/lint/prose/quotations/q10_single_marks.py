"""Single quotation marks are for quotations in quotations alone.

## What it does

Finds quotations in single marks that have a citation.

## Why is this bad?

APA puts quotations in double marks, and what is quoted in them in single ones (section
8.26).

## Example

    The street is where 'neighbors learn to trust each other' (Bell, 2009, p. 4).

## Use instead

    The street is where "neighbors learn to trust each other" (Bell, 2009, p. 4).

## Fix safety

This fix is unsafe: double marks may be those of another quotation in it.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay, Quotation
from loccit.lint.checked.quoted_words import is_clause
from loccit.lint.checked.with_marks import with_marks
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "unsafe"

_DOUBLE = {"‘": ("“", "”"), "'": ('"', '"'), "‚": ("“", "”"), "’": ("“", "”")}
_INNER = frozenset('"“”')


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for quotation in essay.quotations:
        if quotation.opening in _DOUBLE and _is_cited(quotation, essay):
            yield _mistake(quotation, essay)


def _is_cited(quotation: Quotation, essay: CheckedEssay) -> bool:
    """Return whether a citation directly follows words, or is in the sentence of a
    clause.
    """
    if quotation.is_block:
        return False
    if quotation.bracket:
        return quotation.citation is not None
    is_clause_of_it = is_clause(quotation, is_english=essay.is_english)
    return quotation.citation is not None and is_clause_of_it


def _mistake(quotation: Quotation, essay: CheckedEssay) -> Mistake:
    opening, closing = _DOUBLE[quotation.opening]
    has_inner = not _INNER.isdisjoint(quotation.words)
    edits = () if has_inner else with_marks(essay, quotation, opening, closing)
    return Mistake(
        quotation.paragraph.mapped,
        quotation.start,
        quotation.start + 1,
        "Single marks are for a quotation in a quotation.",
        f"Write {opening}…{closing}.",
        edits,
    )
