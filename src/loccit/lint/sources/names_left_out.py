"""Names that "and others" stands for, in a reference that should list them.

A reference in APA style lists up to twenty authors (*Publication Manual*, 7th ed.,
section 9.8); the text has "et al." of itself.

    @article{pettit2004, author = {Pettit, Becky and others}}

Write all the names:

    @article{pettit2004, author = {Pettit, Becky and Western, Bruce}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Severity
from loccit.values.names import OTHERS

SEVERITY: Severity = "note"
#: So many names are listed (section 9.8).
_LISTED = 20


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for variable in ("author", "editor"):
        names = entry.source.names(variable)
        if names and names[-1] == OTHERS and len(names) <= _LISTED:
            yield Violation(
                "“and others” leaves names out.", variable, "APA lists up to twenty."
            )
