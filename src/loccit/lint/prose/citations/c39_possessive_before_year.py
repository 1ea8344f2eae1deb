"""A possessive after the year instead of after the name.

## What it does

Finds narrative citations in which "'s" follows the closing bracket.

## Why is this bad?

The possessive belongs to the name: a year owns nothing.  APA allows it there (section
8.11).

## Example

    Bell (2009)'s study is about sleep.

    # References

    Bell, R. (2009). *On sleep*. North Press.

## Use instead

    Bell's (2009) study is about sleep.

    # References

    Bell, R. (2009). *On sleep*. North Press.

## Fix safety

This fix is safe: it moves "'s" alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedCitation, CheckedEssay
from loccit.lint.prose.rule import Mistake
from loccit.model import Edit, Safety

FIX_SAFETY: Safety = "safe"
IN_EVERY_STYLE = True

_POSSESSIVE = regex(r"['’]s(?!\w)")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for citation in essay.worded:
        if citation.mode not in ("narrative", "year-only") or citation.read.possessive:
            continue
        found = _POSSESSIVE.match(citation.mapped.text, citation.end)
        if found:
            edits = _moved(essay, citation, found[0])
            message = f"`{found[0]}` follows the year."
            place = (citation.end, found.end())
            advice = "Write it after the name."
            yield Mistake(citation.mapped, *place, message, advice, edits)


def _moved(
    essay: CheckedEssay, citation: CheckedCitation, possessive: str
) -> tuple[Edit, ...]:
    """Return the edits that move a possessive before the space and the bracket."""
    text = citation.mapped.text
    bracket = text.rfind("(", 0, citation.end)
    place = len(text[:bracket].rstrip())
    if place == 0:
        return ()
    end = citation.end + len(possessive)
    return (
        *essay.retyped(citation.mapped, place, place, possessive),
        *essay.retyped(citation.mapped, citation.end, end, ""),
    )
