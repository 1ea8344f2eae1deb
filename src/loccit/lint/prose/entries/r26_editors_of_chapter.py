"""The editors or the pages of a chapter in the wrong form.

## What it does

Finds chapters whose editors are inverted or have the wrong label, and whose pages are not
in parentheses after the title of the book.

## Why is this bad?

APA has "In", the editors with their initials first, "(Ed.)" or "(Eds.)", the title, and
"(pp. 1–9)" (section 9.28).

## Example

    Neighborhoods changed (Cole, 2011).

    # References

    Cole, A. (2011). Quiet streets. In Bell, R. (Ed.), *All the streets* (pp. 1–9). Press.

## Use instead

    Neighborhoods changed (Cole, 2011).

    # References

    Cole, A. (2011). Quiet streets. In R. Bell (Ed.), *All the streets* (pp. 1–9). Press.

## Fix safety

This fix is safe: the names and pages stay the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

#: Parts of books.
_PARTS = frozenset(["chapter", "entry-encyclopedia", "entry-dictionary", "entry"])
#: The label of editors, in any form, with the comma after it.
_LABEL = regex(r",?\s*[(\[]?\b(?:eds?|editors?)\b\.?[)\]]?\.?,?", re.IGNORECASE)
#: The editors as the style prints them.
_PRINTED = regex(r"\bIn [^()]+ \(Eds?\.\),(?= )")
#: "In" in any form, or nothing after the title.
_IN = regex(r"(?:\bin:?\s+|(?<=[.?!]\s))$", re.IGNORECASE)
#: What is between the title of a book and the pages of a chapter.
_BEFORE_PAGES = regex(
    r"[.,;:]?\s*\(?\s*(?:(?:pp?|pgs?)\b\.?|pages?\b)?\s*", re.IGNORECASE
)
_RIGHT = " (pp. "
#: Names that are left out, and two surnames or a middle name: "J. Ortiz Vega".
_IS_DOUBTFUL = regex(r"\bet al|\.\.\.|…|\b[A-Z]\.\s[A-Z][^\W\d_]+\s[A-Z][^\W\d_]+")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        if entry.source.type in _PARTS and entry.is_sure("container-title"):
            yield from _editors(essay, entry)
            yield from _pages(essay, entry)


def _editors(essay: CheckedEssay, entry: CheckedEntry) -> Iterator[Mistake]:
    parts = entry.segments("editor")
    if len(parts) != 1 or not entry.is_sure("editor"):
        return
    start = parts[0].start
    label = _LABEL.match(entry.text, parts[0].end)
    printed = _PRINTED.search(essay.expected[entry.number].text.plain)
    before = _IN.search(entry.text, 0, start)
    if not label or not printed or not before:
        return
    start = before.start()
    typed = " ".join(entry.text[start : label.end()].split())
    if typed != printed[0] and not _IS_DOUBTFUL.search(typed):
        message = f"`{typed}` is not how the editors of a book are given."
        yield expected(essay, entry, start, label.end(), printed[0], message)


def _pages(essay: CheckedEssay, entry: CheckedEntry) -> Iterator[Mistake]:
    books, parts = entry.segments("container-title"), entry.segments("pages")
    if len(books) != 1 or len(parts) != 1 or parts[0].start < books[0].end:
        return
    start, end = books[0].end, parts[0].end
    gap = entry.text[start : parts[0].start].replace("\xa0", " ")
    if not _BEFORE_PAGES.fullmatch(gap) or gap == _RIGHT:
        return
    pages = entry.text[parts[0].start : end]
    label = "p" if pages.isdecimal() else "pp"
    if gap == f" ({label}. ":
        return
    end += entry.text.startswith(")", end)
    typed = entry.text[start:end].strip(" .,")
    message = f"`{typed}` is not how the pages of a chapter are given."
    yield expected(essay, entry, start, end, f" ({label}. {pages})", message)
