"""A reprint or translation without the year of its first edition.

## What it does

Finds citations that give one year of a work whose entry says when it was first
published, or both years in another form than "1844/2007".

## Why is this bad?

Readers should see how old a work is.  APA gives both years with a slash, the older one
first (section 8.15).

## Example

    Anxiety is freedom (Holm, 2007).

    # References

    Holm, S. (2007). *The concept of fear* (R. Lund, Trans.). North Press. (Original
    work published 1844)

## Use instead

    Anxiety is freedom (Holm, 1844/2007).

    # References

    Holm, S. (2007). *The concept of fear* (R. Lund, Trans.). North Press. (Original
    work published 1844)

## Fix safety

This fix is safe: the entry gives both years.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay, CiteWords
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

#: At the end of an entry; the year may be about, and before the common era.
_ORIGINAL = regex(
    r"\(Original(?:ly)?(?:\s\w+)?\s(?:published|performed|presented|released)\s(?:in\s)?"
    r"(?P<year>(?:ca?\.\s)?\d{1,4}(?:\s?B\.?C\.?(?:E\.?)?)?)\)",
    re.IGNORECASE,
)
_SURE = 0.9


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for words in essay.cite_words:
        entry = essay.entry_of(words.cite)
        if entry and words.year:
            yield from _mistakes(essay, words, entry)


def _mistakes(
    essay: CheckedEssay, words: CiteWords, entry: CheckedEntry
) -> Iterator[Mistake]:
    issued = entry.source.date("issued")
    original = _ORIGINAL.search(" ".join(entry.text.split()))
    if not (original and words.year and issued and issued.start):
        return
    typed, year = words.year.text, str(issued.start.year)
    right = f"{original['year']}/{year}"
    is_sure = words.cite.confidence >= _SURE and year in typed
    if right != " ".join(typed.split()) and (is_sure or typed == original["year"]):
        mapped, place = words.citation.mapped, (words.year.start, words.year.end)
        edits = essay.retyped(mapped, *place, right)
        message = f"`{typed}` is not both years of the work."
        yield Mistake(mapped, *place, message, f"Write `{right}`.", edits)
