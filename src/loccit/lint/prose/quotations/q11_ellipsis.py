"""An ellipsis without spaces, or at the beginning or end of a quotation.

## What it does

Finds points of omission at the beginning or end of quotations that are cited, and points
without spaces in them.

## Why is this bad?

That something precedes and follows the quoted words is understood. Where words are left
out in the middle, APA has three points with a space before and after each of them.

## Example

    The street is where "...neighbors learn to trust each other" (Bell, 2009, p. 4).

## Use instead

    The street is where "neighbors learn to trust each other" (Bell, 2009, p. 4).

## Fix safety

This fix is unsafe: the source may have these points itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.quotations.quotation import Quotation, Stretch
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "unsafe"

_POINTS = r"(?:…|\.(?:[ \u00a0]?\.){2,3}|\[…\]|\[\.\.\.\])"
_FIRST = regex(rf"[ \u00a0]*{_POINTS}\.?[ \u00a0]*")
_LAST = regex(rf"(?<=\w)[ \u00a0]*{_POINTS}[ \u00a0]*(?=.{{1,2}}\Z)")
_INSIDE = regex(r"(?<![.…\[])[ \u00a0]?\.\.\.(?![.\]])[ \u00a0]?")
_REACH = 16


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for quotation in essay.quotations:
        if quotation.is_block or not quotation.is_cited:
            continue
        yield from _at_ends(quotation, essay)
        for stretch in quotation.stretches:
            yield from _inside(stretch, quotation, essay)


def _at_ends(quotation: Quotation, essay: CheckedEssay) -> Iterator[Mistake]:
    first, last = quotation.stretches[0], quotation.last
    if found := _FIRST.match(first.paragraph.text, first.start + 1, first.end):
        yield _at_end(first, found.start(), found.end(), "begins", essay)
    start = max(last.start, last.end - _REACH)
    if found := _LAST.search(last.paragraph.text, start, last.end):
        yield _at_end(last, found.start(), found.end(), "ends", essay)


def _at_end(
    stretch: Stretch, start: int, end: int, verb: str, essay: CheckedEssay
) -> Mistake:
    mapped = stretch.paragraph.mapped
    return Mistake(
        mapped,
        start,
        end,
        f"The quotation {verb} with an ellipsis.",
        "Remove it.",
        essay.retyped(mapped, start, end, ""),
    )


def _inside(
    stretch: Stretch, quotation: Quotation, essay: CheckedEssay
) -> Iterator[Mistake]:
    """Yield the points without spaces between words."""
    mapped = stretch.paragraph.mapped
    for found in _INSIDE.finditer(mapped.text, stretch.start, stretch.end):
        start, end = found.span()
        if start <= stretch.start + 1 or end >= stretch.end - 2:
            continue
        yield Mistake(
            mapped,
            start,
            end,
            "The points of the ellipsis have no spaces between them.",
            "Write ` . . . `.",
            essay.retyped(mapped, start, end, " . . . "),
        )
