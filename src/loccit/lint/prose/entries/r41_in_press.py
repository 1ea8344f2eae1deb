"""Another form than "(in press)" for a work that will appear.

## What it does

Finds "(In Press)", "(forthcoming)" and the like in the place of the date, and volumes
and pages of works in press.

## Why is this bad?

APA writes "in press" in small letters in the place of the date (section 9.14).

## Example

    Neighborhoods changed (Cole, in press).

    # References

    Cole, A. (In Press). Quiet streets. *Cities*.

## Use instead

    Neighborhoods changed (Cole, in press).

    # References

    Cole, A. (in press). Quiet streets. *Cities*.

## Fix safety

This fix is safe: it changes these words alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

#: In the place of the date; a letter may follow that distinguishes works.
_FORTHCOMING = regex(
    r"(?<=\()(?:in[\s-]press|forthcoming|to appear|in print)(?P<letter>(?:-[a-z])?)(?=\))",
    re.IGNORECASE,
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        titles = entry.segments("title")
        end = titles[0].start if titles else len(entry.text)
        found = _FORTHCOMING.search(entry.text, 0, end)
        if not found:
            continue
        for part in entry.segments("volume", "pages"):
            message = "A work in press has a volume or pages."
            advice = "Give the year, or leave them out."
            yield Mistake(entry.mapped, part.start, part.end, message, advice)
            break
        else:
            wanted = f"in press{found['letter']}"
            if found[0] != wanted:
                message = f"`{found[0]}` is in the place of the date."
                yield expected(essay, entry, *found.span(), wanted, message)
