"""An "and others" before the last name.

## What it does

Finds names after `and others`.

## Why is this bad?

`others` means all further names, so nothing can follow it.

## Example

    @article{pettit2004, author = {Pettit, Becky and others and Western, Bruce}}

## Use instead

`and others` at the end, or better all the names:

    @article{pettit2004, author = {Pettit, Becky and Western, Bruce and others}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.rule import CheckedEntry, Violation
from loccit.model.csl_json import NAME_VARIABLES
from loccit.values.names import OTHERS


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for variable in NAME_VARIABLES & entry.source.variables.keys():
        if OTHERS in entry.source.names(variable)[:-1]:
            message = "A name follows “and others”."
            yield Violation(message, variable, "Write “and others” at the end.")
