""" "(Eds.)" after one editor, "(Ed.)" after several, or neither in brackets.

## What it does

Finds entries that begin with editors whose label is not that of their number, or has no
brackets.

## Why is this bad?

Where editors are in the place of authors, APA has "(Ed.)" after one of them and "(Eds.)"
after several (section 9.10).

## Example

    Neighborhoods changed (Bell, 2010).

    # References

    Bell, R. (Eds.). (2010). *The quiet street*. New Press.

## Use instead

    Neighborhoods changed (Bell, 2010).

    # References

    Bell, R. (Ed.). (2010). *The quiet street*. New Press.

## Fix safety

This fix is safe: it changes the label alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.entries.typed_names import HIDDEN, authors_end, typed_names
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

#: A label right after a name, in any form, with its stop.
_LABEL = regex(
    r",? *[(\[]?\b(?P<word>eds?|editors?)\b\.?[)\]]?(?P<stop>\.?)", re.IGNORECASE
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        names = typed_names(entry)
        if not names or HIDDEN.search(entry.text, 0, authors_end(entry)):
            continue
        label = _LABEL.match(entry.text, names[-1].end)
        if not label or label.end() > authors_end(entry):
            continue
        wanted = "(Ed.)" if len(names) == 1 else "(Eds.)"
        if label[0].strip(" .").lower() != wanted.lower():
            yield _mistake(essay, entry, names[-1].end, label.end(), wanted)


def _mistake(
    essay: CheckedEssay, entry: CheckedEntry, start: int, end: int, wanted: str
) -> Mistake:
    stop = "." if entry.text[end - 2 : end] in (").", "s.", "d.", "r.") else ""
    message = f"`{entry.text[start:end].strip(' ,')}` is not the label of the editors."
    return expected(essay, entry, start, end, f" {wanted}{stop}", message)
