"""Quotation marks or italics for the title of an article or chapter.

## What it does

Finds titles of articles and chapters in quotation marks or in italics, and titles of
other works in quotation marks.

## Why is this bad?

APA sets the title of an article or chapter in plain letters; no title has quotation marks
(section 9.19).

## Example

    Neighborhoods changed (Alexander, 2010).

    # References

    Alexander, M. (2010). "Quiet streets." *Journal of Urban Affairs*, *12*(3), 1–9.

## Use instead

    Neighborhoods changed (Alexander, 2010).

    # References

    Alexander, M. (2010). Quiet streets. *Journal of Urban Affairs*, *12*(3), 1–9.

## Fix safety

This fix is safe: it removes the marks, and puts a full stop after the title.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.entry_mistakes.italics import (
    IN_CONTAINERS,
    is_italic,
    without_italics,
)
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety
from loccit.recognize.segments import Segment

FIX_SAFETY: Safety = "safe"

_PAIRS = {"“": "”", '"': '"', "‘": "’", "'": "'", "«": "»", "„": "“"}
#: After a title in quotation marks: the closing mark, with stop or comma around it.
_CLOSING = regex(r"(?P<inside>[.,?!]?)(?P<mark>[”\"’'»“])(?P<outside>[.,:;]?)")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        titles = entry.segments("title")
        if len(titles) == 1 and entry.is_clear(titles[0]):
            yield from _in_quotation_marks(essay, entry, titles[0])
            yield from _in_italics(essay, entry, titles[0])


def _in_quotation_marks(
    essay: CheckedEssay, entry: CheckedEntry, title: Segment
) -> Iterator[Mistake]:
    start = title.start - 1
    opening = entry.text[start : title.start]
    closing = _CLOSING.match(entry.text, title.end)
    words = entry.text[title.start : title.end]
    if not closing or _PAIRS.get(opening) != closing["mark"] or opening in words:
        return
    if closing["outside"] in (":", ";"):
        return  # the title of another work begins the title
    end = words[-1] if words[-1] in "?!" else closing["inside"] or "."
    new = words.rstrip("?!.,") + (end if end in "?!" else ".")
    if entry.text[closing.end() : closing.end() + 2] in (" (", " ["):
        new = new.rstrip(".")
    message = "The title is in quotation marks."
    yield expected(essay, entry, start, closing.end(), new, message)


def _in_italics(
    essay: CheckedEssay, entry: CheckedEntry, title: Segment
) -> Iterator[Mistake]:
    """Report italics of an article whose journal is known."""
    is_in_container = entry.source.type in IN_CONTAINERS
    if not is_in_container or not entry.is_sure("container-title"):
        return
    if is_italic(entry, title.start, title.end):
        message = "The title of an article or chapter is in italics."
        advice = f"Expected: {entry.text[title.start : title.end]}, in plain letters."
        edits = without_italics(essay, entry, title.start, title.end)
        yield Mistake(entry.mapped, title.start, title.end, message, advice, edits)
