"""An "and" without a name before or after it.

## What it does

Finds names that are empty in a .bib file.

## Why is this bad?

A name was forgotten, or deleted without its "and".

## Example

    @article{pettit2004, author = {Pettit, Becky and }}

## Use instead

The missing name, or no "and":

    @article{pettit2004, author = {Pettit, Becky}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.bibtex.names import split_at_and
from loccit.lint.names import name_fields
from loccit.lint.rule import CheckedEntry, Violation


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for field in name_fields(entry):
        # Only an "and" between spaces separates names.
        names = list(split_at_and(f" {entry.fields[field]} "))
        if len(names) > 1 and not all(name.strip() for name in names):
            message = f"In `{field}` a name before or after an “and” is missing."
            yield Violation(message, field, "Write the name, or delete the “and”.")
