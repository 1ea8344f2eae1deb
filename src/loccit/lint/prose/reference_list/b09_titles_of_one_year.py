"""Works of the same authors and year are in the order of their titles.

## What it does

Finds entries of the same authors and year whose titles are not in order.

## Why is this bad?

APA sorts them by title, without A, An or The, and gives them the letters a, b and so on in
this order (section 9.47).

## Example

    The street is old (Bell, 2009).

    # References

    Bell, R. (2009). *The towns that talk*. Harbor Press.

    Bell, R. (2009). *A street of trust*. Harbor Press.

## Use instead

    The street is old (Bell, 2009).

    # References

    Bell, R. (2009). *A street of trust*. Harbor Press.

    Bell, R. (2009). *The towns that talk*. Harbor Press.

## Fix safety

This fix is safe: it moves the entry, as it is typed.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.misplaced import misplaced_mistakes
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"
IN_EVERY_STYLE = True

_MESSAGE = "Works of the same authors and year are sorted by title."


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    yield from misplaced_mistakes(essay, "titles", _MESSAGE)
