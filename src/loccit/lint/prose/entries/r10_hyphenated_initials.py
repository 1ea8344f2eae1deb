"""Initials of a hyphenated first name without the hyphen.

## What it does

Finds two initials in a list that belong to one hyphenated first name: the source in your
library, another entry or the essay gives the name with its hyphen.

## Why is this bad?

APA keeps the hyphen of first names between their initials (section 9.8).

## Example

    Jean-Paul Sartre did not think so (Sartre, 1943).

    # References

    Sartre, J. P. (1943). *The quiet street*. New Press.

## Use instead

    Jean-Paul Sartre did not think so (Sartre, 1943).

    # References

    Sartre, J.-P. (1943). *The quiet street*. New Press.

## Fix safety

This fix is unsafe: two people may have the same surname and the same initials.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.typed_names import TypedName, typed_names
from loccit.lint.prose.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "unsafe"

_HYPHENATED = regex(
    r"(?:(?P<before>[\w'’]+), )?\b(?P<first>[^\W\d_a-z])(?:\w+|\.)"
    r"-(?P<second>[^\W\d_])(?:\w+ (?P<after>[\w'’]+)|\w*)"
)
_TWO = regex(r"([^\W\d_])\. ?([^\W\d_])\.?")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    hyphenated = _hyphenated_names(essay)
    for entry in essay.entries:
        for name in typed_names(entry):
            two = _TWO.fullmatch(name.given) if name.is_inverted else None
            if not two:
                continue
            initials = f"{two[1]}-{two[2]}"
            if _in_library(essay, entry, name) or not hyphenated.isdisjoint(
                (initials, word) for word in name.surname.split()
            ):
                new = f"{name.surname}, {two[1]}.-{two[2]}."
                message = "The initials of a hyphenated name keep the hyphen."
                yield expected(essay, entry, name.start, name.end, new, message)


def _in_library(essay: CheckedEssay, entry: CheckedEntry, name: TypedName) -> bool:
    """Return whether the source of the library has the name with a hyphen."""
    source = essay.library.get(entry.read.key) if entry.read.key else None
    people = source.names("author") if source else ()
    return any(each.family == name.name.family and "-" in each.given for each in people)


def _hyphenated_names(essay: CheckedEssay) -> frozenset[tuple[str, str]]:
    """Return the hyphenated given names of an essay as initials, each with the word of
    the surname that is beside it: "Jean-Paul Sartre", "Sartre, J.-P."
    """
    return frozenset(
        (f"{found['first']}-{found['second']}", found["before"] or found["after"])
        for paragraph in essay.paragraphs
        for found in _HYPHENATED.finditer(paragraph.text)
    )
