"""Works of one author that do not come before those with others.

## What it does

Finds entries of the same first author whose other authors are not in order.

## Why is this bad?

APA puts the works of one author before those that the author wrote with others; these are
in the order of the second author, then of the third (section 9.46). What is after an
"et al." has no order.

## Example

    The street is old (Bell, 2009).

    # References

    Bell, R., & Roe, J. (2009). *Towns that talk*. Harbor Press.

    Bell, R. (2012). *Streets of trust*. Harbor Press.

## Use instead

    The street is old (Bell, 2009).

    # References

    Bell, R. (2012). *Streets of trust*. Harbor Press.

    Bell, R., & Roe, J. (2009). *Towns that talk*. Harbor Press.

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

_MESSAGE = (
    "A work with further authors is out of order among those of its first author."
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    yield from misplaced_mistakes(essay, "coauthors", _MESSAGE)
