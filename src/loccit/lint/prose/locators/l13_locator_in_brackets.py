"""A page that is outside the brackets.

## What it does

Finds pages that follow the brackets of a citation, or the quotation of a narrative
citation, without brackets around them.

## Why is this bad?

The page is within the brackets, after the year; where the year comes before a quotation,
it is in brackets of its own after the quotation (section 8.13).

## Example

    Bell (2009) calls this “the long way home” p. 46.

## Use instead

    Bell (2009) calls this “the long way home” (p. 46).

## Fix safety

This fix is unsafe: it moves words of your sentence.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay, CiteWords
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "unsafe"

_PLACE = r"(?:pp?|paras?)\.\s?\d+(?:\s?[–-]\s?\d+)?(?!\w)"
#: Right after the brackets; a comma after it belongs to the one before it.
_AFTER_BRACKETS = regex(rf"(?P<comma>,)?\s(?P<place>{_PLACE})(?(comma),?)")
#: After the closing mark of a quotation.
_AFTER_QUOTATION = regex(rf"(?<=[”\"»])(?P<comma>,)?\s(?P<place>{_PLACE})")
_CLOSING = ")]"
_MESSAGE = "The page is outside the brackets."


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if not essay.is_english:
        return
    last_ones = {id(words.citation): words for words in essay.cite_words}
    for words in last_ones.values():
        if words.year and not words.cite.locator:
            yield from _mistakes(essay, words)


def _mistakes(essay: CheckedEssay, words: CiteWords) -> Iterator[Mistake]:
    """Yield the mistake after the last cite of a citation."""
    citation, mapped = words.citation, words.citation.mapped
    bracket = words.tail.end
    if mapped.text[bracket : bracket + 1] not in _CLOSING:
        return
    found = _AFTER_BRACKETS.match(mapped.text, bracket + 1)
    if found:
        place = found["place"]
        into = essay.retyped(mapped, bracket, bracket, f", {place}")
        away = essay.retyped(mapped, found.start(), found.end(), "")
        advice = f"Write `, {place}` before the closing bracket."
        start, end = found.span("place")
        yield Mistake(mapped, start, end, _MESSAGE, advice, (*into, *away))
        return
    end = _end_of_reach(essay, words)
    quoted = _AFTER_QUOTATION.search(mapped.text, bracket, end)
    if quoted and citation.mode == "narrative":
        place = quoted["place"]
        edits = essay.retyped(mapped, quoted.start(), quoted.end(), f" ({place})")
        start, end = quoted.span("place")
        yield Mistake(mapped, start, end, _MESSAGE, f"Write `({place})`.", edits)


def _end_of_reach(essay: CheckedEssay, words: CiteWords) -> int:
    """Return where the next citation of the paragraph begins, or the paragraph ends."""
    following = [
        each.start
        for each in essay.citations_in(words.citation.paragraph)
        if each.start >= words.tail.end
    ]
    return min(following, default=len(words.citation.paragraph.text))
