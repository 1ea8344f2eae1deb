"""The title of a book, report, thesis or web page without italics.

## What it does

Finds titles of works that are published by themselves and are not in italics.  In a list
without any italics it says so once; of plain text files it says nothing, because they have
no italics.

## Why is this bad?

APA sets the title of a work that is not a part of another one in italics (section 9.19).

## Example

    Neighborhoods changed (Alexander, 2010).

    # References

    Alexander, M. (2010). The quiet street. New Press.

## Use instead

    Neighborhoods changed (Alexander, 2010).

    # References

    Alexander, M. (2010). *The quiet street*. New Press.

## Fix safety

This fix is safe: it sets the title in italics.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.italics import can_show_italics
from loccit.lint.prose.entry_mistakes.italics import (
    QUOTATION_MARKS,
    is_upright,
    list_has_italics,
    with_italics,
)
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety
from loccit.recognize.segments import Segment

FIX_SAFETY: Safety = "safe"

_MORE = regex(r"\[|\.,|\s\|\s")
_LINE = regex(r"\s[|»>–—-]\s")
_ALONE = frozenset(
    [
        "book",
        "report",
        "thesis",
        "webpage",
        "motion_picture",
        "dataset",
        "patent",
        "software",
        "speech",
    ]
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if not can_show_italics(essay):
        return
    for entry in essay.ordinary_entries:
        titles = entry.segments("title")
        if len(titles) != 1 or not entry.is_clear(titles[0]) or not _is_alone(entry):
            continue
        if _is_upright(entry, titles[0]):
            yield _mistake(essay, entry, titles[0])
            if not list_has_italics(essay):
                return


def _is_upright(entry: CheckedEntry, title: Segment) -> bool:
    """Return whether a title has no italics, nor the quotation marks that R20 reports;
    what has a bracket or a line is not a title alone.
    """
    typed = entry.text[title.start : title.end]
    if _MORE.search(typed) or _LINE.match(entry.text, title.end):
        return False
    opening = entry.text[max(0, title.start - 1) : title.start]
    is_quoted = opening != "" and opening in QUOTATION_MARKS
    return not is_quoted and is_upright(entry, title.start, title.end)


def _is_alone(entry: CheckedEntry) -> bool:
    """Return whether a work is surely not a part of another one."""
    source = entry.source
    if source.type not in _ALONE:
        return False
    if source.type == "book":
        is_whole = entry.is_sure("publisher") or bool(source.text("genre"))
        return is_whole and not source.text("container-title")
    containers = entry.segments("container-title")
    return all(is_upright(entry, each.start, each.end) for each in containers)


def _mistake(essay: CheckedEssay, entry: CheckedEntry, title: Segment) -> Mistake:
    start, end = title.start, title.end
    message = "The title of a work that stands alone is not in italics."
    if not list_has_italics(essay):
        message = "No title in the list is in italics."
    advice = f"Expected: {' '.join(entry.text[start:end].split())}, in italics."
    edits = with_italics(essay, entry, start, end)
    return Mistake(entry.mapped, start, end, message, advice, edits)
