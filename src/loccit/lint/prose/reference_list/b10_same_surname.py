"""Authors of the same surname who are not in the order of their initials.

## What it does

Finds entries of first authors with the same surname whose initials are not in order.

## Why is this bad?

APA sorts them by initials, whatever the year (section 9.48).

## Example

    The street is old (Bell, 2009).

    # References

    Bell, R. (2009). *Towns that talk*. Harbor Press.

    Bell, A. (2012). *Streets of trust*. Harbor Press.

## Use instead

    The street is old (Bell, 2009).

    # References

    Bell, A. (2012). *Streets of trust*. Harbor Press.

    Bell, R. (2009). *Towns that talk*. Harbor Press.

## Fix safety

This fix is safe: it moves the entry, as it is typed.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.entry_mistakes.misplaced import misplaced_mistakes
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"
IN_EVERY_STYLE = True

_MESSAGE = "Authors of the same surname are not sorted by initials."


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    yield from misplaced_mistakes(essay, "initials", _MESSAGE)
