"""A label such as "Vol." or "pp." in the reference of an article.

## What it does

Finds "Vol.", "No." and "pp." before the volume, the issue and the pages of an article.

## Why is this bad?

APA gives these numbers without labels, the issue in parentheses (section 9.25).

## Example

    Neighborhoods changed (Bell, 2009).

    # References

    Bell, R. (2009). Quiet streets. *Cities*, Vol. 12, No. 3, pp. 1–9.

## Use instead

    Neighborhoods changed (Bell, 2009).

    # References

    Bell, R. (2009). Quiet streets. *Cities*, 12(3), 1–9.

## Fix safety

This fix is safe: the numbers stay the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.entries.difference import Difference
from loccit.lint.prose.entry_mistakes.expected import corrected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety
from loccit.recognize.segments import Label, Segment

FIX_SAFETY: Safety = "safe"

_PERIODICALS = frozenset(["article-journal", "article-magazine", "article-newspaper"])
#: A label right before a number.
_VOLUME = regex(r"\b(?:vol(?:ume)?s?\b\.?)\s*$", re.IGNORECASE)
#: As the volume of a book: "(Vol. 2)".
_IN_BRACKETS = regex(r"\([^()\d]*\d+\)")
_PAGES = regex(r"\b(?:pp?\b\.?|pgs?\b\.?|pages?\b)\s*$", re.IGNORECASE)
#: What may be between the volume and the issue.
_ISSUE = regex(
    r"\s?[,.;:]?\s*\(?\s*(?:(?:no|nr|num|iss)\b\.?|number\b|issue\b|#)\s*",
    re.IGNORECASE,
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        if entry.source.type in _PERIODICALS and entry.is_sure("container-title"):
            changes = [*_changes(entry)]
            if changes:
                message = "A number of the article has a label."
                yield corrected(essay, entry, changes, _wanted(entry), message)


def _changes(entry: CheckedEntry) -> Iterator[Difference]:
    volume, issue, pages = (_only(entry, each) for each in ("volume", "issue", "pages"))
    label = _VOLUME.search(entry.text, 0, volume.start) if volume else None
    if label and not _IN_BRACKETS.match(entry.text, label.start() - 1):
        yield Difference(label.start(), label.end(), "")
    if volume and issue and _ISSUE.fullmatch(entry.text, volume.end, issue.start):
        end = issue.end
        if "(" in entry.text[volume.end : issue.start]:
            end = entry.text.find(")", issue.end, issue.end + 2) + 1 or issue.end
        number = entry.text[issue.start : issue.end]
        yield Difference(volume.end, end, f"({number})")
    label = _PAGES.search(entry.text, 0, pages.start) if pages else None
    if label and entry.text[label.start() - 1] != "(":
        yield Difference(label.start(), label.end(), "")


def _only(entry: CheckedEntry, label: Label) -> Segment | None:
    """Return the part with a label, if there is one only, after the journal."""
    found = entry.segments(label)
    journal = entry.segments("container-title")
    if len(found) != 1 or not journal or found[0].start < journal[0].end:
        return None
    return found[0]


def _wanted(entry: CheckedEntry) -> str:
    """Return the numbers as APA has them."""
    parts = {
        label: entry.text[found.start : found.end]
        for label in ("volume", "issue", "pages")
        if (found := _only(entry, label))
    }
    number = parts.get("volume", "")
    if number and "issue" in parts:
        number += f"({parts['issue']})"
    return ", ".join(filter(None, [number, parts.get("pages", "")]))
