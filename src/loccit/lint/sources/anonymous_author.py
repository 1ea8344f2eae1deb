"""The author "Anonymous" or "Unknown".

## What it does

Finds author names such as "Anonymous", "Unknown" and "N.N.".

## Why is this bad?

A reference without an author begins with the title. "Anonymous" is right only if the
work itself is signed that way (*Publication Manual*, 7th ed., section 9.12).

## Example

    @book{code2019, author = {Anonymous}, title = {A Code of Conduct}}

## Use instead

No author:

    @book{code2019, title = {A Code of Conduct}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Severity
from loccit.values.names import full_name

SEVERITY: Severity = "note"
_NOBODY = frozenset(
    [
        "anon",
        "anonymous",
        "author unknown",
        "n.n",
        "no author",
        "none",
        "unknown",
        "unknown author",
    ]
)


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for name in map(full_name, entry.source.names("author")):
        if name.lower().strip(" .[]()") in _NOBODY:
            message = f"`{name}` is printed as the author's name."
            yield Violation(message, "author", "Delete the author.")
