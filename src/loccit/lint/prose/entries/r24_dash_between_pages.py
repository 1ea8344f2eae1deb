"""A hyphen between pages.

## What it does

Finds ranges of pages and volumes in entries that have a hyphen, or spaces around their dash.

## Why is this bad?

APA has an en dash without spaces between the first page and the last (sections 6.6 and
9.25).

## Example

    Neighborhoods changed (Bell, 2009).

    # References

    Bell, R. (2009). Quiet streets. *Cities*, *12*(3), 1-9.

## Use instead

    Neighborhoods changed (Bell, 2009).

    # References

    Bell, R. (2009). Quiet streets. *Cities*, *12*(3), 1–9.

## Fix safety

This fix is safe: it changes the sign alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

#: Two pages, in digits, with a letter (S12) or in Roman numerals, and a sign between.
_PAGE = r"(?:[A-Za-z]{0,2}\d+[a-z]?|[ivxlc]+)"
_RANGE = regex(
    rf"(?<![\w.])({_PAGE})(\s?[-‐‑−—]{{1,3}}\s?|\s–\s?|–\s)({_PAGE})(?![\w-]|\.\d)"
)
#: Volumes in parentheses.
_VOLUMES = regex(r"\((?:[^()]*, )?Vols?\.? (?P<volumes>[^(),]*)[,)]")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        places = [(each.start, each.end) for each in entry.segments("pages")]
        places += [each.span("volumes") for each in _VOLUMES.finditer(entry.text)]
        for start, end in places:
            for found in _RANGE.finditer(entry.text, start, end):
                new = f"{found[1]}–{found[3]}"
                message = f"`{found[0]}` has no en dash."
                yield expected(essay, entry, *found.span(), new, message)
