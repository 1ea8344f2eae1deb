"""An "Anonymous" or "Unknown" in an author's place.

A work without an author is listed by its title; "Anonymous" is right only where the
work itself is signed so (*Publication Manual*, 7th ed., section 9.12).

    @book{code2019, author = {Anonymous}, title = {A Code of Conduct}}

Leave the author out:

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
    for name in entry.source.names("author"):
        if full_name(name).lower().strip(" .[]()") in _NOBODY:
            yield Violation(
                f"`{full_name(name)}` is taken for the author's name.",
                "author",
                "Leave the author out.",
            )
