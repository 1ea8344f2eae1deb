"""Words added to a quotation that are not in square brackets.

## What it does

Finds "(emphasis added)" and the like in or after quotations.

## Why is this bad?

Parentheses in a quotation are those of the source; APA puts what the quoting author adds
into square brackets, as [emphasis added] directly after the emphasized words.

## Example

    The street is where "*neighbors* (emphasis added) learn to trust" (Bell, 2009, p. 4).

## Use instead

    The street is where "*neighbors* [emphasis added] learn to trust" (Bell, 2009, p. 4).

## Fix safety

This fix is safe: it changes the brackets and the words in them to what APA has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.essays.mapped_text import MappedText
from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.rule import Mistake
from loccit.model import Edit, Safety

FIX_SAFETY: Safety = "safe"

_NOTE = (
    r"(?:my |our |the )?(?:emphas[ie]s|italics?|bold|underlining)"
    r"(?: is| are)? (?:added|mine|ours|my own|our own|by (?:the )?author)"
    r"|(?:my|our) (?:emphasis|italics)|original emphasis"
    r"|(?:emphasis|italics) in(?: the)? original"
)
_IN_PARENTHESES = regex(rf"\((?P<note>{_NOTE})\)", re.IGNORECASE)
_IN_CITATION = regex(rf"[,;:]\s*(?P<note>{_NOTE})(?=[,;)])", re.IGNORECASE)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for paragraph in essay.paragraphs:
        for found in _IN_PARENTHESES.finditer(paragraph.text):
            start, end = found.span()
            new = f"[{_proper(found['note'])}]"
            edits = essay.retyped(paragraph.mapped, start, end, new)
            yield _mistake(paragraph.mapped, start, end, f"Write `{new}`.", edits)
    for citation in essay.worded:
        for found in _IN_CITATION.finditer(citation.text):
            start, end = (citation.start + place for place in found.span("note"))
            advice = f"Write `[{_proper(found['note'])}]` after the emphasized words."
            yield _mistake(citation.mapped, start, end, advice)


def _mistake(
    mapped: MappedText,
    start: int,
    end: int,
    advice: str,
    edits: tuple[Edit, ...] = (),
) -> Mistake:
    message = "What is added to the quotation is not in square brackets."
    return Mistake(mapped, start, end, message, advice, edits)


def _proper(note: str) -> str:
    """Return a note as APA words it."""
    if "original" in note.lower():
        return "emphasis in original"
    return "emphasis added"
