"""A range of pages that ends before it begins.

## What it does

Finds ranges such as "pp. 64–46" and "pp. 46–46" in citations.

## Why is this bad?

One of the numbers is wrong, or the range is one page.

## Example

    So it was (Bell, 2009, pp. 64–46).

## Use instead

    So it was (Bell, 2009, pp. 46–64).
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.essays.mapped_text import MappedText
from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.citations.page_ranges import is_reversed
from loccit.lint.prose.rule import Mistake

IN_EVERY_STYLE = True

_RANGE = regex(r"(?<![\w.:–-])(\d+)\s?(?:-{1,3}|[‐‑–—])\s?(\d+)(?![\w.:–-]*\d)")
#: "p. 12-3" may be page 3 of chapter 12.
_BY_CHAPTER = regex(r"(?<!pp\. )(?<!pp\.)(?:\d{1,2}[-‐‑]\d|\d[-‐‑]\d{1,2})(?!\d)")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for citation in essay.citations:
        for cite, start, end in citation.stretches():
            if cite.locator and cite.locator.label in ("page", "paragraph"):
                yield from _mistakes(citation.mapped, start, end)


def _mistakes(mapped: MappedText, start: int, end: int) -> Iterator[Mistake]:
    for found in _RANGE.finditer(mapped.text, start, end):
        if _BY_CHAPTER.match(mapped.text, found.start()):
            continue
        if is_reversed(found[1], found[2]):
            is_one = found[1] == found[2]
            what = "is one page" if is_one else "ends before it begins"
            message = f"`{found[0]}` {what}."
            place = found.start(), found.end()
            yield Mistake(mapped, *place, message, "Look the pages up.")
