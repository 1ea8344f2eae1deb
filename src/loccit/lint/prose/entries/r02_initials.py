"""Initials without stops or spaces, or without the comma before them.

## What it does

Finds names in a list whose first names are initials, but not as APA sets them.

## Why is this bad?

APA gives the surname, a comma, and the initials, each with a full stop, and a space
between two of them (section 9.8).

## Example

    Neighborhoods changed (Alexander, 2010).

    # References

    Alexander, M.K. (2010). *The quiet street*. New Press.

## Use instead

    Neighborhoods changed (Alexander, 2010).

    # References

    Alexander, M. K. (2010). *The quiet street*. New Press.

## Fix safety

This fix is safe: it adds stops, spaces and commas alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.entries.typed_names import TypedName
from loccit.lint.prose.entry_mistakes.names import wrong_names
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

#: "Silva, J. L. P. e": a particle of one letter.
_PARTICLE = regex(r"\. [ey]\.?$")
#: What may end the name of a company: "Ade AG".
_OF_COMPANIES = frozenset(["AB", "AG", "BV", "CD", "KG", "NV", "SA", "SE", "TV", "UK"])
#: "O.-c.", the initials of Ok-choon.
_SECOND_SMALL = regex(r"-[a-zß-ÿ]\.")
_MESSAGE = "Initials lack a stop, the space between them, or the comma before them."


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    yield from wrong_names(essay, _is_wrong, _MESSAGE)


def _is_wrong(name: TypedName) -> bool:
    if name.is_as_expected or name.name.suffix or _PARTICLE.search(name.text):
        return False
    if name.given.rstrip(".") in _OF_COMPANIES and not name.among_people:
        return False
    is_small = _SECOND_SMALL.search(name.text) is not None
    return name.is_inverted and name.has_only_initials and not is_small
