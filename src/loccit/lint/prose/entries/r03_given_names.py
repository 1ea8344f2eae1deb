"""First names that are not shortened to initials.

## What it does

Finds names in a list whose surname is first and whose first names are given in full.

## Why is this bad?

APA gives initials alone (section 9.8).

## Example

    Neighborhoods changed (Alexander, 2010).

    # References

    Alexander, Michelle. (2010). *The quiet street*. New Press.

## Use instead

    Neighborhoods changed (Alexander, 2010).

    # References

    Alexander, M. (2010). *The quiet street*. New Press.

## Fix safety

This fix is safe: the initials are those of the names, and a name that may be that of a
group is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.entries.typed_names import TypedName
from loccit.lint.prose.entry_mistakes.names import wrong_names
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

_MESSAGE = "First names are given in full, not as initials."


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    yield from wrong_names(essay, _is_wrong, _MESSAGE)


def _is_wrong(name: TypedName) -> bool:
    if name.is_as_expected or name.name.suffix or name.text.count(",") > 1:
        return False  # with two commas, it may be two names
    if not name.is_inverted or name.has_only_initials:
        return False
    return not name.may_be_a_group
