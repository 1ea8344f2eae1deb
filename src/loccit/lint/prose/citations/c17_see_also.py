"""A comma instead of a semicolon before "see also".

## What it does

Finds "see also", "but see" and the like within brackets after a comma.

## Why is this bad?

The words belong to the work after them.  A semicolon separates it from the works
before, and a new alphabetical order begins (APA, section 8.12).

## Example

    Sleep helps memory (Ade, 2011; Cole, 2013, see also Bell, 2009).

## Use instead

    Sleep helps memory (Ade, 2011; Cole, 2013; see also Bell, 2009).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.rule import Mistake

#: After a cite; "and" may be before it.
_SEE = regex(
    r"\s*,?\s*(?P<words>(?:and\s)?(?:see\salso|but\ssee|see|cf\.|compare)(?:,?\se\.g\.)?),?\s*\Z",
    re.IGNORECASE,
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for words in essay.cite_words:
        if not words.number or words.citation.mode != "parenthetical":
            continue
        before = words.citation.cites[words.number - 1]
        start = words.citation.place_of(before)[1]
        mapped = words.citation.mapped
        found = _SEE.match(mapped.text, start, words.lead.end)
        if found:
            message = f"A comma separates `{found['words']}` from the work before it."
            place = (found.start("words"), words.lead.end)
            yield Mistake(mapped, *place, message, "Write a semicolon before it.")
