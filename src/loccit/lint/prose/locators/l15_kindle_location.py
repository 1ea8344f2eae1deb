"""A location of a Kindle.

## What it does

Finds "loc. 341" and the like in citations.

## Why is this bad?

Locations are those of one device. APA has the page of the printed book, or the chapter and
the paragraph in it: "Chapter 2, para. 5".

## Example

    So it was (Bell, 2009, loc. 341).

## Use instead

    So it was (Bell, 2009, Chapter 2, para. 5).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.rule import Mistake

_LOCATION = regex(
    r"\b(?:kindle\s)?(?:locs?\.?|locations?)\s?\d+(?:\s?[–-]\s?\d+)?", re.IGNORECASE
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for citation in essay.citations:
        for _, start, end in citation.stretches():
            found = _LOCATION.search(citation.mapped.text, start, end)
            if found:
                message = f"`{found[0]}` is a location of a Kindle."
                advice = "Write the page, or the chapter and the paragraph."
                place = found.start(), found.end()
                yield Mistake(citation.mapped, *place, message, advice)
