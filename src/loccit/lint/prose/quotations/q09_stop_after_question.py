"""No full stop after the citation of a quotation that asks or calls.

## What it does

Finds citations at the end of a sentence, after a quotation that ends with a question or
exclamation mark, without a full stop.

## Why is this bad?

The mark of the source stays in the quotation; the sentence that quotes it still ends with
a full stop of its own, after the citation.

## Example

    The mayor only asked, "where do the neighbors meet?" (Bell, 2009, p. 4)

## Use instead

    The mayor only asked, "where do the neighbors meet?" (Bell, 2009, p. 4).
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.sentences import NEXT_SENTENCE
from loccit.lint.prose.rule import Mistake

_ASKS = regex(r"[?!][’'”\"»“]+\Z")
_REACH = 4


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for quotation in essay.quotations:
        bracket, last = quotation.bracket, quotation.last
        if quotation.is_block or bracket is None:
            continue
        text = last.paragraph.text
        first = max(last.start, last.end - _REACH)
        if _ASKS.search(text, first, last.end) and NEXT_SENTENCE.match(
            text, bracket.end
        ):
            yield Mistake(
                last.paragraph.mapped,
                bracket.start,
                bracket.end,
                "The full stop of the sentence is missing after the citation.",
                "Add it; the mark in the quotation is that of the source.",
            )
