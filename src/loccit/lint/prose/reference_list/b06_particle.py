"""A surname that is not sorted by the particle with which its author uses it.

## What it does

Finds entries whose surname has a particle, such as "van" or "de", and that are not where
the particle belongs.

## Why is this bad?

APA sorts a surname by the particle if the author uses it as a part of the name (section
9.45), as the entry shows that has it in front. Only its author knows.

## Example

    The street is old (van Bell, 2009; Roe, 2012).

    # References

    van Bell, R. (2009). *Streets of trust*. Harbor Press.

    Roe, J. (2012). *Towns that talk*. Harbor Press.

## Use instead

    The street is old (van Bell, 2009; Roe, 2012).

    # References

    Roe, J. (2012). *Towns that talk*. Harbor Press.

    van Bell, R. (2009). *Streets of trust*. Harbor Press.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.dataclass import replace
from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.entry_mistakes.misplaced import misplaced_mistakes
from loccit.lint.prose.rule import Mistake

_MESSAGE = "This entry is not sorted by the particle of its surname."


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for mistake in misplaced_mistakes(essay, "particle", _MESSAGE):
        yield replace(mistake, edits=())
