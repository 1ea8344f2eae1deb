"""Entries that are not in the order of their authors' surnames, letter by letter.

## What it does

Finds entries that are not where their first author's surname belongs, and lists that
are in another order as a whole.

## Why is this bad?

Readers look up an entry by the name in the text. APA sorts by surnames, letter by letter;
what is shorter comes before what goes on (section 9.44). Entries of which the names were
not surely read have no place.

## Example

    The street is old (Bell, 2009).

    # References

    Roe, J. (2001). *Neighbors in towns*. Harbor Press.

    Bell, R. (2009). *Streets of trust*. Harbor Press.

    Sage, T. (2012). *Towns that talk*. Harbor Press.

## Use instead

    The street is old (Bell, 2009).

    # References

    Bell, R. (2009). *Streets of trust*. Harbor Press.

    Roe, J. (2001). *Neighbors in towns*. Harbor Press.

    Sage, T. (2012). *Towns that talk*. Harbor Press.

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

_MESSAGE = "This entry is out of alphabetical order."


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    yield from misplaced_mistakes(essay, "letters", _MESSAGE)
