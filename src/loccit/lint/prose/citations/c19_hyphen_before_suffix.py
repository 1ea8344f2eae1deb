"""No hyphen between "n.d." or "in press" and the letter after it.

## What it does

Finds "n.d." and "in press" whose letter, which distinguishes works, is not joined by a
hyphen.

## Why is this bad?

APA joins the letter to words by a hyphen, and only to a year directly (section 8.19).

## Example

    Sleep helps memory (Bell, n.d.b).

## Use instead

    Sleep helps memory (Bell, n.d.-b).

## Fix safety

This fix is safe: it adds the hyphen alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

#: "n.d." with or without its stops, "in press", and a letter.
_LETTER = regex(
    r"(?P<word>(?<![\w.])n\.\s?d\.|\bin press|\bforthcoming)(?P<joint>\s?[–—]?\s?)"
    r"(?P<letter>[a-h])(?=\s*[),;:\]&]|\s*\Z)"
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for citation in essay.worded:
        mapped = citation.mapped
        for found in _LETTER.finditer(mapped.text, citation.start, citation.end):
            edits = essay.retyped(mapped, *found.span("joint"), "-")
            message = f"`{found[0]}` lacks the hyphen before its letter."
            advice = f"Write `{found['word']}-{found['letter']}`."
            yield Mistake(mapped, *found.span(), message, advice, edits)
