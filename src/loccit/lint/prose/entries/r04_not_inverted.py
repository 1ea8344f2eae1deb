"""A name in the list whose surname is not first.

## What it does

Finds names in a list, also the second and later ones of an entry, that begin with first
names or initials.

## Why is this bad?

APA inverts all names of an entry: surname, comma, initials (section 9.8).

## Example

    Neighborhoods changed (Ortiz & Lund, 2018).

    # References

    Ortiz, P., & K. Lund. (2018). *The quiet street*. New Press.

## Use instead

    Neighborhoods changed (Ortiz & Lund, 2018).

    # References

    Ortiz, P., & Lund, K. (2018). *The quiet street*. New Press.

## Fix safety

This fix is safe: a name is inverted where its initials, or a common first name, show
which part of it is the surname.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.typed_names import TypedName
from loccit.lint.prose.entry_names import wrong_names
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

_MESSAGE = "The surname is not first."


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    yield from wrong_names(essay, _is_wrong, _MESSAGE)


def _is_wrong(name: TypedName) -> bool:
    person = name.name
    if name.is_inverted or person.suffix or not (person.family and person.given):
        return False
    return name.among_people
