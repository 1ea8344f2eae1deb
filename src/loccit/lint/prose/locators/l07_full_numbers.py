"""A range whose last page is cut.

## What it does

Finds ranges of pages in which the last number lacks the digits that it shares with the
first.

## Why is this bad?

APA writes both numbers in full.

## Example

    So it was (Bell, 2009, pp. 146–7).

## Use instead

    So it was (Bell, 2009, pp. 146–147).

## Fix safety

This fix is unsafe: it takes "146–7" for "146–147", and you may have mistyped it.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.citations.page_ranges import full_last, is_numbered_by_chapter
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "unsafe"


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for place in essay.place_words:
        if place.kind not in ("page", "number") or is_numbered_by_chapter(place):
            continue
        for number in place.numbers:
            last = number.last
            full = full_last(number.first.text, last.text) if last else ""
            if last and full:
                mapped = place.words.citation.mapped
                edits = essay.retyped(mapped, last.start, last.end, full)
                message = "The last number of the range is shortened."
                advice = f"Write `{full}`."
                yield Mistake(mapped, last.start, last.end, message, advice, edits)
