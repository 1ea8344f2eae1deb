"""A "Vol.", "No." or "pp." before a number.

## What it does

Finds such words in volumes, issues and pages. The `number` of a report may have one.

## Why is this bad?

The style adds such words where they belong. If the field has them too, they are printed
twice, or where they don't belong.

## Example

    @article{pettit2004, volume = {Vol. 69}}

## Use instead

The number alone:

    @article{pettit2004, volume = {69}}

## Fix safety

This fix is safe: the word only repeats what the field says.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"
#: The label of a volume stays before words ("Vol. A"), where it may be part of a name.
_LABELS = {
    "volume": regex(r"(?:volumes?|vols?\b\.?)[\s~.]*(?=\d+$)", re.IGNORECASE),
    "issue": regex(
        r"(?:number|issue|iss\b\.?|no\b\.?|nr\b\.?)[\s~.]*(?=\d)", re.IGNORECASE
    ),
    "page": regex(r"(?:pages?|pp?\b\.?)[\s~.]*(?=\d)", re.IGNORECASE),
}


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for variable, label in _LABELS.items():
        text = entry.source.text(variable)
        found = label.match(text)
        if not found:
            continue
        field = entry.field_of(variable) or variable
        written = entry.fields.get(field, text)
        number = label.sub("", written, count=1)
        fix = entry.fix(field, number) if number != written else {}
        shown = " ".join(text.split())
        message = f"`{shown}` has `{found[0].strip()}` before the number."
        yield Violation(message, variable, "Write the number alone.", fix)
