"""An article number without the word "Article".

## What it does

Finds the number of an article in the place of the pages, such as e0193972, that has no
"Article" before it, or another label.

## Why is this bad?

APA writes "Article" and the number, so that it is not taken for a page (section 9.27).

## Example

    Neighborhoods changed (Bell, 2018).

    # References

    Bell, R. (2018). Quiet streets. *Open Cities*, *13*(3), e0193972.

## Use instead

    Neighborhoods changed (Bell, 2018).

    # References

    Bell, R. (2018). Quiet streets. *Open Cities*, *13*(3), Article e0193972.

## Fix safety

This fix is safe: the number stays the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety
from loccit.recognize.segments import Segment

FIX_SAFETY: Safety = "safe"

#: Pages don't have an "e" before so many digits.
_NUMBER = regex(r"e\d{3,}", re.IGNORECASE)
_LABELLED = regex(
    r"(?:(?:art(?:icle)?|paper)\b\.?\s*(?:(?:no|nr|id)\b\.?|number\b|#)|art\b\.?|article:"
    r"|article id:?|paper|pp?\.|article)\s*$",
    re.IGNORECASE,
)
_RIGHT = "Article "


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        if entry.source.type == "article-journal":
            for each in entry.segments("pages", "number"):
                yield from _of_number(essay, entry, each)


def _of_number(
    essay: CheckedEssay, entry: CheckedEntry, part: Segment
) -> Iterator[Mistake]:
    number = entry.text[part.start : part.end]
    label = _LABELLED.search(entry.text, 0, part.start)
    start = label.start() if label else part.start
    is_labelled = label is not None and label[0].lower().startswith(("art", "paper"))
    if not (is_labelled and number.isalnum()) and not _NUMBER.fullmatch(number):
        return
    if entry.text[start : part.start] != _RIGHT:
        typed = entry.text[start : part.end]
        message = f"`{typed}` lacks the word before an article number."
        yield expected(essay, entry, start, part.end, f"{_RIGHT}{number}", message)
