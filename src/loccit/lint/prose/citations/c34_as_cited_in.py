"""Other words than "as cited in" before the work that was read.

## What it does

Finds "cited in", "qtd. in", "quoted in" and the like before the work through which
another is known.

## Why is this bad?

APA has one phrase for a secondary source: "as cited in" (section 8.6).

## Example

    Memory fades (Rabin, 1941, quoted in Lyon, 2014).

## Use instead

    Memory fades (Rabin, 1941, as cited in Lyon, 2014).

## Fix safety

This fix is safe: it replaces the phrase alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

_RIGHT = "as cited in"
#: The phrases that people write between the original and the work that they read.
_PHRASE = regex(
    r"(?<![\w.])(?i:(?:as\s)?(?:(?:cited|quoted|reported)\s(?:in|by)"
    r"|(?:qtd|qted|quot|ctd|cit)\b\.?\s(?:in|by)|quoting\sfrom|apud))(?=\s(?:v[ao]n\s|de\s)?[^\W\d_a-z])",
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if not essay.is_english:
        return
    for citation in essay.worded:
        mapped = citation.mapped
        opening = max(citation.start, mapped.text.find("(", citation.start))
        for phrase in _PHRASE.finditer(mapped.text, opening, citation.end):
            words = " ".join(phrase[0].split())
            if words != _RIGHT:
                edits = essay.retyped(mapped, *phrase.span(), _RIGHT)
                message = f"`{words}` is before the work that was read."
                advice = f"Write `{_RIGHT}`."
                yield Mistake(mapped, *phrase.span(), message, advice, edits)
