"""The name of a group that is read as a person's.

## What it does

Finds names without braces that end as groups do ("Team", "Institute") or begin as they
do ("University of").

## Why is this bad?

Without braces the last word of a name is the surname, so the R Core Team becomes "Team,
R. C.", and an "and" in the name makes two people of it.

## Example

    @manual{r2020, author = {R Core Team}}

## Use instead

Braces around the name of a group:

    @manual{r2020, author = {{R Core Team}}}

## Fix safety

This fix is unsafe: the name may be a person's after all. There is none if the field has
several names, because an "and" may be part of the group's.
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
        # Where there are several names, an "and" may be part of the group's.
        is_alone = tex == entry.fields[field]
        fix = {field: f"{{{tex}}}"} if is_alone else {}
        message = f"`{tex}` is read as a person."
        yield Violation(message, field, "Put braces around the whole name.", fix)


def _is_group(words: list[str]) -> bool:
    if len(words) < 2 or any(word.startswith("{") for word in words):
        return False
    return is_group(" ".join(words), certain=True)
