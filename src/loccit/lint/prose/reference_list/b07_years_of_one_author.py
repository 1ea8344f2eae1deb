"""Works of the same authors that are not in the order of their years.

## What it does

Finds entries of the same authors of which a later one comes first.

## Why is this bad?

APA sorts the works of one author by year, the earliest first; those without a date come
before all, those in press last (section 9.46).

## Example

    The street is old (Bell, 2009).

    # References

    Bell, R. (2012). *Streets of trust*. Harbor Press.

    Bell, R. (2009). *Towns that talk*. Harbor Press.

## Use instead

    The street is old (Bell, 2009).

    # References

    Bell, R. (2009). *Towns that talk*. Harbor Press.

    Bell, R. (2012). *Streets of trust*. Harbor Press.

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

_MESSAGE = "Works of the same authors are not sorted by year."


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    yield from misplaced_mistakes(essay, "years", _MESSAGE)
