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
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model.csl_json import NAME_VARIABLES


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for variable in NAME_VARIABLES & entry.source.variables.keys():
        if field := entry.field_of(variable):
            names = [name.strip() for name in split_at_and(f" {entry.fields[field]} ")]
            if len(names) > 1 and "" in names:
                yield Violation(
                    f"In `{field}` an “and” has no name beside it.",
                    field,
                    "Write the name, or take it out.",
                )
