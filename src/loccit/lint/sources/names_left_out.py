"""An "and others" in a reference that should list all names.

## What it does

Finds `and others` after up to twenty authors or editors.

## Why is this bad?

A reference in APA style lists up to twenty authors (*Publication Manual*, 7th ed.,
section 9.8). In the text, loccit writes "et al." where the style has it.

## Example

    @article{pettit2004, author = {Pettit, Becky and others}}

## Use instead

All the names:

    @article{pettit2004, author = {Pettit, Becky and Western, Bruce}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Severity
from loccit.values.names import OTHERS

SEVERITY: Severity = "note"
#: How many names APA lists (section 9.8).
_LISTED = 20


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for variable in ("author", "editor"):
        names = entry.source.names(variable)
        if names and names[-1] == OTHERS and len(names) <= _LISTED:
            message = "“and others” leaves names out."
            yield Violation(message, variable, "APA lists up to twenty.")
