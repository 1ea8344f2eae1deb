"""Something else than a semicolon between two works in brackets.

## What it does

Finds works in the same brackets that a comma, a word or a space alone separates.

## Why is this bad?

APA separates works by semicolons, because commas are within each (section 8.12).

## Example

    Several have asked so (Ade, 2011, Bell, 2009).

## Use instead

    Several have asked so (Ade, 2011; Bell, 2009).

## Fix safety

This fix is unsafe: where a word such as "and" is between the works, it may have a
meaning in your sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "unsafe"

_SEPARATOR = regex(r"[\s,/]*(?:(?:and|&|und|et|y)\s+)?")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for words in essay.cite_words:
        lead = words.lead
        is_second = words.number and words.names and words.is_inside
        if is_second and lead.text and _SEPARATOR.fullmatch(lead.text):
            mapped = words.citation.mapped
            edits = essay.retyped(mapped, lead.start, lead.end, "; ")
            message = "No semicolon separates the works in these brackets."
            advice = "Write `;` between them."
            yield Mistake(mapped, lead.start, lead.end, message, advice, edits)
