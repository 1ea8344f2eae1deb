"""No comma between author and year in brackets.

## What it does

Finds citations in brackets in which only a space separates the author from the year.

## Why is this bad?

APA separates the author from the year by a comma (section 8.11).

## Example

    Neighborhoods organized themselves (Alexander 2010).

## Use instead

    Neighborhoods organized themselves (Alexander, 2010).

## Fix safety

This fix is safe: it adds the comma alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

#: Between a name, or the "al." after it, and a year.
_GAP = regex(r"(?<=[\w.’'\]])(\s+)(?=(?:1[4-9]|20)\d\d[a-z]?\b|n\.\s?d\.|in press\b)")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for citation in essay.worded:
        if citation.mode != "parenthetical":
            continue
        for gap in _GAP.finditer(citation.text):
            start, end = (citation.start + place for place in gap.span(1))
            edits = essay.retyped(citation.mapped, start, end, ", ")
            message = "A comma separates the author from the year."
            yield Mistake(citation.mapped, start, end, message, "Add it.", edits)
