"""A group's abbreviation and the year in brackets of their own.

## What it does

Finds "World Health Organization [WHO] (2020)" in a sentence, and round brackets within
round brackets: "(World Health Organization (WHO), 2020)".

## Why is this bad?

In a sentence the abbreviation and the year share one pair of brackets; within brackets
the abbreviation has square ones (APA, section 8.21).

## Example

    World Health Organization [WHO] (2020) calls health a right.

## Use instead

    World Health Organization (WHO, 2020) calls health a right.

## Fix safety

This fix is safe: it changes brackets and a comma.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.citations.abbreviated_groups import is_abbreviation
from loccit.lint.checked.prose import Found, brackets_around, found_in_prose
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

_YEAR = r"(?:(?:1[5-9]|20)\d\d[a-z]?|n\.d\.)"
#: An abbreviation, and the year in brackets of its own.
_APART = regex(
    rf"(?P<open>[(\[])(?P<short>[A-Z][A-Za-z&.]{{1,10}})(?P<joint>[)\]]\s?\()(?={_YEAR}[),;])"
)
#: An abbreviation in round brackets, and the year within the outer ones.
_NESTED = regex(
    rf"(?P<open>\()(?P<short>[A-Z][A-Za-z&.]{{1,10}})(?P<close>\))(?=,\s{_YEAR}[),;])"
)
_WORD = regex(r"[^\W_]+(?:[-’'][^\W_]+)*")
_BRACKET = regex(r"[()\[\]]")
_MOST_WORDS = 12


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for found in found_in_prose(essay, _APART):
        if _group(found):
            yield _mistake(essay, found, "(", "joint", ", ")
    for found in found_in_prose(essay, _NESTED):
        if _group(found) and brackets_around(found.mapped.text, found.match.start()):
            yield _mistake(essay, found, "[", "close", "]")


def _mistake(
    essay: CheckedEssay, found: Found, opening: str, after: str, right: str
) -> Mistake:
    match, mapped = found.match, found.mapped
    edits = (
        *essay.retyped(mapped, *match.span("open"), opening),
        *essay.retyped(mapped, *match.span(after), right),
    )
    message = f"`{match['short']}` has brackets of its own."
    advice = f"Write `{opening}{match['short']}{right.rstrip()}`."
    return Mistake(mapped, *match.span(), message, advice, edits)


def _group(found: Found) -> str:
    """Return the name before an abbreviation that it abbreviates; "" if none does."""
    text, start = found.mapped.text, found.match.start()
    words = [*_WORD.finditer(text, max(0, start - 200), start)][-_MOST_WORDS:]
    for word in words:
        name = text[word.start() : start].strip()
        is_name = name[0].isupper() and not _BRACKET.search(name)
        if is_name and is_abbreviation(found.match["short"], name):
            return name
    return ""
