"""A person who is named twice.

## What it does

Finds a name that occurs twice among the authors, editors or the like.

## Why is this bad?

It happens when you copy lists of names together, and the reference names the person
twice.

## Example

    @article{pettit2004, author = {Pettit, Becky and Western, Bruce and Pettit, Becky}}

## Use instead

Each name once:

    @article{pettit2004, author = {Pettit, Becky and Western, Bruce}}
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from loccit.lint.rule import CheckedEntry, Violation
from loccit.model.csl_json import NAME_VARIABLES
from loccit.values.names import OTHERS, full_name


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for variable in NAME_VARIABLES & entry.source.variables.keys():
        if f"{variable}a" in entry.fields:
            continue  # `editora`: who wrote a story may direct its film
        times = Counter(entry.source.names(variable))
        del times[OTHERS]
        for name, count in times.most_common(1):
            if count > 1:
                message = f"`{full_name(name)}` is named {count} times."
                yield Violation(message, variable, "Name everybody once.")
