"""Single marks around a quotation, or double ones in a quotation in double marks.

## What it does

Finds quotations with a citation that are in single marks, or have double marks in them.
Double marks in a quotation that should be a block (Q04) are right once it is one, so these
are suggestions.

## Why is this bad?

APA puts quotations in double marks, and what is quoted in them in single ones (section
8.26).

## Example

    The street is where 'neighbors learn to trust each other' (Bell, 2009, p. 4).

## Use instead

    The street is where "neighbors learn to trust each other" (Bell, 2009, p. 4).

## Fix safety

This fix is unsafe: a text may have single marks for other things than quotations.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.dataclass import replace
from loccit.essays.quotation_marks import pair_marks
from loccit.lint.checked import CheckedEssay, Quotation
from loccit.lint.checked.quotations.quotation import Stretch
from loccit.lint.checked.quotations.quoted_words import is_clause
from loccit.lint.checked.quotations.with_marks import with_marks
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "unsafe"

_DOUBLE = {"‘": ("“", "”"), "'": ('"', '"'), "‚": ("“", "”"), "’": ("“", "”")}
_SINGLE = {"“": ("‘", "’"), '"': ("'", "'"), "„": ("‚", "‘")}
_INNER = frozenset('"“”')


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for quotation in essay.quotations:
        if quotation.is_run_in_block and quotation.opening in _SINGLE:
            for stretch in quotation.stretches:
                yield from map(_until_block, _inside(stretch, essay))
        if not _is_cited(quotation, essay):
            continue
        if quotation.opening in _DOUBLE:
            yield _mistake(quotation, essay)
        elif quotation.opening in _SINGLE:
            for stretch in quotation.stretches:
                yield from _inside(stretch, essay)


def _is_cited(quotation: Quotation, essay: CheckedEssay) -> bool:
    """Return whether a citation directly follows words, or is in the sentence of a
    clause.
    """
    if quotation.is_block or quotation.is_run_in_block:
        return False  # Q04 wants it without marks
    if quotation.bracket:
        return True
    return quotation.is_cited and is_clause(quotation, is_english=essay.is_english)


def _until_block(mistake: Mistake) -> Mistake:
    """Return a mistake of marks that are right in a block."""
    advice = "They are right once it is a block."
    return replace(mistake, advice=advice, edits=(), severity="note")


def _mistake(quotation: Quotation, essay: CheckedEssay) -> Mistake:
    opening, closing = _DOUBLE[quotation.opening]
    has_inner = not _INNER.isdisjoint(quotation.words)
    edits = () if has_inner else with_marks(essay, quotation, opening, closing)
    return Mistake(
        quotation.paragraph.mapped,
        quotation.start,
        quotation.start + 1,
        "Single marks are around a quotation that is not in another.",
        f"Write `{opening}…{closing}`.",
        edits,
    )


def _inside(stretch: Stretch, essay: CheckedEssay) -> Iterator[Mistake]:
    """Yield the double marks in a quotation in double marks."""
    text, mapped = stretch.text, stretch.paragraph.mapped
    for pair in pair_marks(text[1:-1]).closed:
        start, end = (stretch.start + 1 + place for place in pair)
        opening, closing = _SINGLE.get(mapped.text[start], ("", ""))
        if opening:
            first = essay.retyped(mapped, start, start + 1, opening)
            last = essay.retyped(mapped, end - 1, end, closing)
            message = "Double marks are around a quotation in a quotation."
            advice = f"Write `{opening}…{closing}`."
            edits = (*first, *last) if first and last else ()
            yield Mistake(mapped, start, start + 1, message, advice, edits)
