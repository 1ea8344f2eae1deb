"""The sign "&" between two authors in the sentence.

## What it does

Finds names of people in a sentence that "&" joins.

## Why is this bad?

APA joins names by "and" in the sentence, and by "&" in brackets and in the list (section
8.17).

## Example

    Ortiz & Lund (2018) had seen it before.

## Use instead

    Ortiz and Lund (2018) had seen it before.

## Fix safety

This fix is safe: it changes the sign between two names.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.citations.people import are_people
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if not essay.is_english:
        return
    for words in essay.cite_words:
        for joiner in words.joiners:
            if joiner.text != "&" or words.is_inside:
                continue
            if not are_people(essay, words):
                continue
            mapped = words.citation.mapped
            edits = essay.retyped(mapped, joiner.start, joiner.end, "and")
            message = "`&` joins two authors in the sentence."
            advice = "Write `and`."
            yield Mistake(mapped, joiner.start, joiner.end, message, advice, edits)
