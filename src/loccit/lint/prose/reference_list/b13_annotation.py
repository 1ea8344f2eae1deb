"""An annotated entry whose note is not a paragraph of its own.

## What it does

Finds entries that go on with a note of several sentences in their own paragraph.

## Why is this bad?

In an annotated bibliography APA begins the note as a new paragraph below the entry,
indented as a whole (section 9.51).

## Example

    The street is old (Bell, 2009).

    # References

    Bell, R. (2009). *Streets of trust*. Harbor Press. This book shows how the neighbors of
    three towns learned to trust each other. It is the best one on this topic.

## Use instead

    The street is old (Bell, 2009).

    # References

    Bell, R. (2009). *Streets of trust*. Harbor Press.

    This book shows how the neighbors of
    three towns learned to trust each other. It is the best one on this topic.

## Fix safety

This fix is safe: it puts a blank line before the note. Formats of word processors and
HTML have no fix.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.prose.rule import Mistake
from loccit.model import Edit, Safety

FIX_SAFETY: Safety = "safe"

#: Where a note begins: "This article argues", "Bell shows", "The author describes".
_NOTE = regex(
    r"(?<=[\w.?!/)])(?P<gap>\s+)(?P<note>(?:[A-Z][\w’']*)(?:[ \n][\w’'&]+){0,5}?[ \n]"
    r"(?:article|author|book|chapter|essay|paper|piece|report|research|source|study|text|work"
    r"|website)?s?[ \n]?(?:analy[sz]es?|argues?|claims?|compares?|criticizes?|describes?"
    r"|discuss(?:es)?|examines?|explains?|explores?|finds?|focus(?:es)?|gives?|investigates?"
    r"|is|offers?|outlines?|presents?|provides?|reports?|reviews?|shows?|suggests?"
    r"|summarizes?|talks?|was|were|will|can)\b)"
)
_FEWEST_WORDS = 10
_MARKUPS = frozenset(["latex", "markdown", "org", "plain_text", "rst", "typst"])


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.entries:
        first = _end_of_title(entry)
        found = _NOTE.search(entry.text, first) if first else None
        if found and len(entry.text[found.start("note") :].split()) >= _FEWEST_WORDS:
            yield _mistake(entry, found.span("gap"), essay)


def _end_of_title(entry: CheckedEntry) -> int | None:
    """Return where the title ends, if that was read; a title may be a sentence, too.
    What was read as another one after it may be the note.
    """
    titles = entry.segments("title", "container-title")
    return titles[0].end if titles else None


def _mistake(entry: CheckedEntry, gap: tuple[int, int], essay: CheckedEssay) -> Mistake:
    return Mistake(
        entry.mapped,
        gap[1],
        len(entry.text),
        "The note on the work is not a paragraph of its own.",
        "Begin it on a new line, and indent it.",
        _edits(entry, gap, essay),
    )


def _edits(
    entry: CheckedEntry, gap: tuple[int, int], essay: CheckedEssay
) -> tuple[Edit, ...]:
    document = essay.essay.document
    if document.markup not in _MARKUPS:
        return ()
    edit = document.typed(entry.mapped.span(*gap), entry.read.part, "\n\n")
    return (edit,) if edit else ()
