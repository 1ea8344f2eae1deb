"""The words "et al." among the names.

## What it does

Finds "et al." in or after a name.

## Why is this bad?

It is read as a person's name, so it is sorted, shortened and printed as one. How many
names are printed is up to the style.

## Example

    @article{pettit2004, author = {Pettit, Becky and et al.}}

## Use instead

All the names; APA lists up to twenty. If you don't know them all, end with `and
others`:

    @article{pettit2004, author = {Pettit, Becky and Western, Bruce}}
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.names import names_of
from loccit.lint.rule import CheckedEntry, Violation
from loccit.values.names import full_name

_ET_AL = regex(r"(?:^|[\s,])et(?:\.\s?|\s)al(?:\.|ii|$)", re.IGNORECASE)


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for variable, name in names_of(entry):
        text = full_name(name)
        if _ET_AL.search(text):
            message = f"`{text}` is read as a name."
            advice = "Write all the names, or `and others` at the end."
            yield Violation(message, variable, advice)
