"""A work without an author that is not sorted by its title.

## What it does

Finds entries that begin with their title and are not where its first word belongs.

## Why is this bad?

APA sorts a work without an author by the first word of its title, A, An and The not
counted (section 9.49). Since styles do count the article, either order is let be.

## Example

    The street is old (Roe, 2012).

    # References

    *The zoo of trust*. (2009). Harbor Press.

    Roe, J. (2012). *Streets of trust*. Harbor Press.

## Use instead

    The street is old (Roe, 2012).

    # References

    Roe, J. (2012). *Streets of trust*. Harbor Press.

    *The zoo of trust*. (2009). Harbor Press.

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

_MESSAGE = "This work without an author is not sorted by its title."


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    yield from misplaced_mistakes(essay, "no-author", _MESSAGE)
