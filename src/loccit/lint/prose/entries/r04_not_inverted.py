"""A name in the list whose surname is not first, or that follows the title.

## What it does

Finds names in a list, also the second and later ones of an entry, that begin with first
names or initials; and authors after the title: "The quiet street, by Paula Ortiz".

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
which part of it is the surname.  Authors after the title have no fix.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.entries.typed_names import TypedName
from loccit.lint.prose.entry_mistakes.names import wrong_names
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety
from loccit.recognize.segments import Segment

FIX_SAFETY: Safety = "safe"

#: What is between a title and the author after it.
_BY = regex(r"\W*\b(?:written )?by\s+", re.IGNORECASE)
_MESSAGE = "The surname is not first."


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    yield from wrong_names(essay, _is_wrong, _MESSAGE)
    for entry in essay.ordinary_entries:
        parts = entry.read.segments
        if [part.label for part in parts[:2]] == ["title", "author"]:
            yield from _after_title(entry, *parts[:2])


def _after_title(
    entry: CheckedEntry, title: Segment, author: Segment
) -> Iterator[Mistake]:
    """Report an author whom "by" introduces."""
    if _BY.fullmatch(entry.text, title.end, author.start):
        message = "The author follows the title."
        advice = "Begin with the author: surname, initials."
        yield Mistake(entry.mapped, author.start, author.end, message, advice)


def _is_wrong(name: TypedName) -> bool:
    person = name.name
    if name.is_inverted or person.suffix or not (person.family and person.given):
        return False
    return name.among_people
