"""Authors of an entry that are left out.

## What it does

Finds "et al." and "and others" among the authors of an entry.  Where your library has the
source, it says who is missing.

## Why is this bad?

APA gives up to 20 authors in the list, all of them by name (section 9.8).

## Example

    Neighborhoods changed (Ortiz et al., 2018).

    # References

    Ortiz, P., et al. (2018). *The quiet street*. New Press.

## Use instead

    Neighborhoods changed (Ortiz et al., 2018).

    # References

    Ortiz, P., Lund, K., & Meyer, T. (2018). *The quiet street*. New Press.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit import csl
from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.entries.typed_names import authors_end
from loccit.lint.prose.rule import Mistake

_OTHERS = regex(
    r"[,;&\s]*(?P<words>\bet\.?\s?al\b\.?|(?:\band|&)\s(?:others|colleagues)\b|\bu\.\s?a\.)",
    re.IGNORECASE,
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        found = _OTHERS.search(entry.text, 0, authors_end(entry))
        if found:
            start, end = found.span("words")
            message = f"`{found['words']}` leaves authors out."
            names = _names(essay, entry) or "all authors, up to 20."
            advice = f"Expected: {names}"
            yield Mistake(entry.mapped, start, end, message, advice)


def _names(essay: CheckedEssay, entry: CheckedEntry) -> str:
    """Return the authors as the style prints them for the source of the library that the
    entry seems to be.
    """
    key = entry.read.key
    source = essay.library.get(key) if key else None
    if not source or len(source.names("author")) < 2:
        return ""
    printed = csl.printed_entries(essay.style, {source.key: source}, locale=essay.lang)
    return next(printed).between("author")
