"""Brackets around the year inside other brackets.

## What it does

Finds citations within brackets whose year has brackets of its own.

## Why is this bad?

APA does not nest brackets: within them, commas set the year off (section 8.11).

## Example

    Sleep helps memory (see Bell (2009) for more).

## Use instead

    Sleep helps memory (see Bell, 2009, for more).

## Fix safety

This fix is safe: it puts commas in the place of the inner brackets.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedCitation, CheckedEssay
from loccit.lint.checked.prose import brackets_around
from loccit.lint.prose.rule import Mistake
from loccit.model import Edit, Safety

FIX_SAFETY: Safety = "safe"

#: What needs no comma before it.
_BOUNDARY = regex(r"\s*[,;:.)]")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for citation in essay.worded:
        if citation.mode != "narrative" or not citation.text.endswith(")"):
            continue
        around = brackets_around(citation.mapped.text, citation.start)
        if around:
            message = f"`{citation.text}` has brackets within brackets."
            advice = "Put the year between commas."
            place = (citation.start, citation.end)
            edits = _edits(essay, citation)
            yield Mistake(citation.mapped, *place, message, advice, edits)


def _edits(essay: CheckedEssay, citation: CheckedCitation) -> tuple[Edit, ...]:
    """Return the edits that put commas in the place of both brackets."""
    if citation.text.count("(") != 1:
        return ()
    text = citation.mapped.text
    opening = text.index("(", citation.start)
    name_end = len(text[:opening].rstrip())
    closing = "" if _BOUNDARY.match(text, citation.end) else ","
    return (
        *essay.retyped(citation.mapped, name_end, opening + 1, ", "),
        *essay.retyped(citation.mapped, citation.end - 1, citation.end, closing),
    )
