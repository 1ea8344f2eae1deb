"""A group whose name is read as a person's.

Without braces the last word of a name is a surname, so the R Core Team becomes "Team,
R. C.", and what stands on either side of an "and" are two people.

    @manual{r2020, author = {R Core Team}}

Put braces round the name of a group:

    @manual{r2020, author = {{R Core Team}}}
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.names import written_names
from loccit.lint.rule import CheckedEntry, Violation
from loccit.model import Safety
from loccit.values.groups import is_group

FIX_SAFETY: Safety = "unsafe"


def check(entry: CheckedEntry) -> Iterator[Violation]:
    for field, tex, sections in written_names(entry):
        if len(sections) > 1 or not _is_group(sections[0]):
            continue
        names = entry.fields[field]
        advice = "Put braces round the whole name."
        # With an "and" in it, nobody knows where the name ends.
        fix = {field: f"{{{names}}}"} if tex == names else {}
        yield Violation(f"`{tex}` is read as a person.", field, advice, fix)


def _is_group(words: list[str]) -> bool:
    if len(words) < 2 or any(word.startswith("{") for word in words):
        return False
    return is_group(" ".join(words), certain=True)
