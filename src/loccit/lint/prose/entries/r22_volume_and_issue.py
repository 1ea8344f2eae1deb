"""A journal or volume without italics, or an issue that does not follow in parentheses.

## What it does

Finds journal articles whose journal or volume is not in italics, whose issue is, or whose
issue is not in parentheses right after the volume.  In a list without any italics it says
so once; of plain text files it looks at the parentheses alone.

## Why is this bad?

APA sets the journal and the volume in italics; the issue follows in parentheses, in plain
letters and without a space (section 9.25).

## Example

    Neighborhoods changed (Alexander, 2010).

    # References

    Alexander, M. (2010). Quiet streets. *Journal of Urban Affairs*, *12* (3), 1–9.

## Use instead

    Neighborhoods changed (Alexander, 2010).

    # References

    Alexander, M. (2010). Quiet streets. *Journal of Urban Affairs*, *12*(3), 1–9.

## Fix safety

This fix is safe: it changes the italics, and what is around the issue.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loccit._startup.dataclass import replace
from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.entries.difference import Difference
from loccit.lint.checked.italics import can_show_italics
from loccit.lint.prose.entry_mistakes.expected import corrected
from loccit.lint.prose.entry_mistakes.italics import (
    before_bracket,
    is_italic,
    is_upright,
    list_has_italics,
    with_italics,
    without_italics,
)
from loccit.lint.prose.rule import Mistake
from loccit.model import Edit, Safety
from loccit.recognize.segments import Label, Segment

FIX_SAFETY: Safety = "safe"

_BEFORE_ISSUE = regex(r"\s*[,:.;]?\s*\(?\s*")
_AFTER_ISSUE = regex(r"\s*\)?")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    said = False
    for entry in essay.ordinary_entries:
        parts = _parts(entry)
        if not parts:
            continue
        # Italics come after the parentheses, because some markup of theirs must know them.
        around = [*_around_issue(essay, entry, parts)]
        yield from around
        if can_show_italics(essay) and not said and not around:
            for mistake in _in_italics(essay, entry, parts):
                said = not list_has_italics(essay)
                yield mistake


def _parts(entry: CheckedEntry) -> Mapping[Label, Segment]:
    """Return journal, volume and issue of an article; none, if one is not sure."""
    found = entry.segments("container-title", "volume", "issue")
    parts = {part.label: part for part in found}
    if not _is_article(entry) or len(parts) < len(found) or "volume" not in parts:
        return {}
    journal = parts.get("container-title")
    if journal and journal.start > parts["volume"].start:
        return {}  # a treaty, "34 Treaty Series"
    return parts if all(map(entry.is_clear, found)) else {}


def _is_article(entry: CheckedEntry) -> bool:
    """Return whether more than a volume speaks for a journal."""
    source = entry.source
    has_more = {"issue", "page", "DOI", "number"} & source.variables.keys()
    return source.type in ("article-journal", "review") and bool(has_more)


def _around_issue(
    essay: CheckedEssay, entry: CheckedEntry, parts: Mapping[Label, Segment]
) -> Iterator[Mistake]:
    volume, issue = parts["volume"], parts.get("issue")
    if not issue or issue.start <= volume.end:
        return
    text = entry.text
    after = _AFTER_ISSUE.match(text, issue.end)
    if not after or not _BEFORE_ISSUE.fullmatch(text, volume.end, issue.start):
        return
    number = text[issue.start : issue.end]
    if text[volume.end : after.end()] != f"({number})":
        changes = [
            Difference(volume.end, issue.start, "("),
            Difference(issue.end, after.end(), ")"),
        ]
        wanted = f"{text[volume.start : volume.end]}({number})"
        message = "The issue is not in parentheses right after the volume."
        mistake = corrected(essay, entry, changes, wanted, message)
        edits = before_bracket(essay, entry, volume.end, after.end(), f"({number})")
        yield replace(mistake, edits=edits) if edits else mistake


def _in_italics(
    essay: CheckedEssay, entry: CheckedEntry, parts: Mapping[Label, Segment]
) -> Iterator[Mistake]:
    upright = [
        part
        for label, part in parts.items()
        if label != "issue" and is_upright(entry, part.start, part.end)
    ]
    issue = parts.get("issue")
    if upright:
        start, end = upright[0].start, upright[-1].end
        edits: list[Edit] = []
        for part in upright:
            edits += with_italics(essay, entry, part.start, part.end)
        words = " and ".join([entry.text[part.start : part.end] for part in upright])
        message = "Journal and volume are not in italics."
        advice = f"Expected: {' '.join(words.split())}, in italics."
        yield Mistake(entry.mapped, start, end, message, advice, tuple(edits))
    elif issue and is_italic(entry, issue.start, issue.end):
        start, end = issue.start - 1, issue.end + 1
        message = "The issue is in italics."
        advice = f"Expected: {entry.text[start:end]}, in plain letters."
        edits = [*without_italics(essay, entry, start, end)]
        yield Mistake(entry.mapped, start, end, message, advice, tuple(edits))
