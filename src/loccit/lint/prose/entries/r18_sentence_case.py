"""A title of a work with the capitals of a headline.

## What it does

Finds titles of works that are typed like headlines, and subtitles that begin with a small
letter.

## Why is this bad?

APA sets titles of articles, books and other works in sentence case: capitals begin the
title, the subtitle, and names (sections 9.19, 6.17).

## Example

    Neighborhoods changed (Alexander, 2010).

    # References

    Alexander, M. (2010). *The Quiet Street: A History of Noise*. New Press.

## Use instead

    Neighborhoods changed (Alexander, 2010).

    # References

    Alexander, M. (2010). *The quiet street: A history of noise*. New Press.

## Fix safety

This fix is unsafe: a list of names decides which words keep their capitals, and no list
has all names.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.difference import Difference
from loccit.lint.prose.expected import corrected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "unsafe"

_WORD = regex(r"[^\W_]+")
#: After the name of a journal, of which a volume is cited, or all of them: "Annals of
#: Botany. 1–14."
_VOLUMES = regex(r"\.\s\d+(?:[–-]\d+)?\.?\s*$|,\s\d")
#: What is before a word with which a subtitle begins.
_COLON = regex(r"[:?!.—]\s*[\"“‘']?$")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.entries:
        yield from _mistakes(essay, entry)


def _mistakes(essay: CheckedEssay, entry: CheckedEntry) -> Iterator[Mistake]:
    titles = entry.segments("title")
    printed = essay.expected.get(entry.number)
    if len(titles) != 1 or not printed or not entry.is_clear(titles[0]):
        return
    if _VOLUMES.match(entry.text, titles[0].end):
        return
    start, end = titles[0].start, titles[0].end
    typed, wanted = entry.text[start:end], printed.between("title")
    changes = _changes(typed, wanted)
    if changes:
        moved = [
            Difference(start + each.start, start + each.end, each.new)
            for each in changes
        ]
        message = "The title is not in sentence case."
        yield corrected(essay, entry, moved, _with(typed, changes), message)


def _changes(typed: str, wanted: str) -> list[Difference]:
    """Return the words that differ in their capitals; none if other things differ."""
    words = [*_WORD.finditer(typed)]
    others = _WORD.findall(wanted)
    if [word[0].lower() for word in words] != [word.lower() for word in others]:
        return []
    return [
        Difference(word.start(), word.end(), other)
        for word, other in zip(words, others, strict=True)
        if word[0] != other and _counts(typed, word.start(), word[0], other)
    ]


def _counts(typed: str, start: int, word: str, wanted: str) -> bool:
    """Return whether a word is lowered, or raised where a title or a subtitle begins."""
    if word[0].isupper():
        return True
    return start == 0 or _COLON.search(typed, 0, start) is not None


def _with(typed: str, changes: list[Difference]) -> str:
    new, done = "", 0
    for each in changes:
        new += typed[done : each.start] + each.new
        done = each.end
    return new + typed[done:]
