"""A page that the cited work does not have.

## What it does

Finds citations of pages before or after those of the article or chapter in the list or in
the library. Books, article numbers and entries whose pages were not read beyond doubt are
left alone.

## Why is this bad?

Readers look for the words on a page of the work (section 8.13). Often the number is that
of the page in a PDF file, which counts from 1.

## Example

    So it was (Bell, 2009, p. 7).

    # References

    Bell, R. (2009). On tides. *Journal of Coasts*, *12*(3), 101–120.

## Use instead

    So it was (Bell, 2009, p. 107).

    # References

    Bell, R. (2009). On tides. *Journal of Coasts*, *12*(3), 101–120.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedCitation, CheckedEssay
from loccit.lint.checked.citations.page_ranges import full_last, is_reversed
from loccit.lint.checked.sentences import ends_sentence
from loccit.lint.prose.rule import Mistake
from loccit.model import Locator
from loccit.recognize import TypedCite
from loccit.values.page_ranges import PageRange, page_range

IN_EVERY_STYLE = True

#: The works that are a part of another, with pages of their own there.
_TYPES = frozenset(
    [
        "article",
        "article-journal",
        "article-magazine",
        "chapter",
        "paper-conference",
        "review",
        "review-book",
    ]
)
_LABELLED = regex(r"\bpp?\.")
_NUMBERS = regex(r"\d+")
_PAGES = regex(r"\d+(?:\s?[-–]\s?\d+)?(?:\s?(?:,|&|and)\s?\d+(?:\s?[-–]\s?\d+)?)*")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for citation in essay.citations:
        if citation.mode == "page-only" and not _is_clear(essay, citation):
            continue
        for cite, start, end in citation.stretches():
            pages = _pages_of(essay, cite)
            if pages and cite.locator and not _is_within(cite.locator, pages):
                value = re.compile(rf"(?<!\w){re.escape(cite.locator.value)}(?!\w)")
                found = [*value.finditer(citation.mapped.text, start, end)]
                place = found[-1].span() if found else (start, end)
                message = f"The work has pages {pages.first}–{pages.last}, not this."
                advice = "Look the page up; that of a PDF file is another one."
                yield Mistake(citation.mapped, *place, message, advice)


def _is_clear(essay: CheckedEssay, citation: CheckedCitation) -> bool:
    """Return whether a page alone in brackets is beyond doubt one of the work that is
    cited before it in the same sentence: "(18)" may be anything.
    """
    before = [
        each
        for each in essay.citations_in(citation.paragraph)
        if each.start < citation.start and each.mode != "page-only"
    ]
    if not before or not _LABELLED.search(citation.text):
        return False
    end = before[-1].end
    return not ends_sentence(citation.paragraph.text, end, citation.start)


def _pages_of(essay: CheckedEssay, cite: TypedCite) -> PageRange | None:
    """Return the pages of the work, if they are known beyond doubt."""
    source, entry = essay.source_of(cite), essay.entry_of(cite)
    if source is None or source.type not in _TYPES:
        return None
    if entry and entry.source is source and not entry.is_sure("page"):
        return None
    pages = page_range(source.text("page"))
    if not pages or not (pages.first.isdecimal() and pages.last.isdecimal()):
        return None
    last = full_last(pages.first, pages.last) or pages.last
    return PageRange(pages.first, last) if int(pages.first) < int(last) else None


def _is_within(locator: Locator, pages: PageRange) -> bool:
    """Return whether cited pages are of these, or are not plain numbers."""
    if locator.label != "page" or not _PAGES.fullmatch(locator.value):
        return True
    typed = page_range(locator.value)
    if typed and is_reversed(*typed):
        return True  # L16 finds it
    first = int(_NUMBERS.findall(locator.value)[0])
    return int(pages.first) <= first <= int(pages.last)
