"""A comma between a name in the sentence and its year.

## What it does

Finds names in a sentence with a comma between them and their year in brackets.

## Why is this bad?

The brackets separate the year already (section 8.11).

## Example

    Jimenez, (2014) argues that service came first.

## Use instead

    Jimenez (2014) argues that service came first.

## Fix safety

This fix is safe: it removes the comma alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

#: The comma, perhaps after a possessive.
_COMMA = regex(r"(?:['’]s?)?\s?(?P<comma>,)(?P<space>\s*)")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for words in essay.cite_words:
        if words.is_inside or words.citation.mode != "narrative":
            continue
        found = _COMMA.fullmatch(words.gap.text)
        if found:
            start = words.gap.start + found.start("comma")
            mapped, new = words.citation.mapped, "" if found["space"] else " "
            edits = essay.retyped(mapped, start, start + 1, new)
            message = "A comma separates the name in the sentence from its year."
            yield Mistake(mapped, start, start + 1, message, "Remove it.", edits)
