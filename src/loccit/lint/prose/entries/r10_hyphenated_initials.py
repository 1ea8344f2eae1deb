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

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.entries.typed_names import TypedName, typed_names
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "unsafe"

_HYPHENATED = regex(
    r"(?:(?P<before>[\w'’]+), )?\b(?P<first>[^\W\d_a-z])(?:\w+|\.)"
    r"-(?P<second>[^\W\d_])(?:\w+ (?P<after>[\w'’]+)|\w*)"
)
_TWO = regex(r"([^\W\d_])\. ?([^\W\d_])\.?")
#: "Jean-Paul Sartre", "Sartre, J.-P.", "Sartre, Jean-Paul".
_FULL = regex(r"\b([^\W\d_])[^\W\d_]+-([^\W\d_])[^\W\d_]+ ([^\W\d_][\w’'-]+)")
_INVERTED = regex(r"\b([^\W\d_][\w’'-]+), ([^\W\d_])(?:[^\W\d_]+|\.)-([^\W\d_])")


class _Person(NamedTuple):
    """The initials of a hyphenated first name, and the surname after them."""

    first: str
    second: str
    surname: str


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    hyphenated = {
        person for each in essay.paragraphs for person in _hyphenated(each.text)
    }
    for entry in essay.ordinary_entries:
        for name in typed_names(entry):
            two = _TWO.fullmatch(name.given) if name.is_inverted else None
            if not two:
                continue
            is_named = _Person(two[1], two[2], name.surname) in hyphenated
            if is_named or _in_library(essay, entry, name):
                new = f"{name.surname}, {two[1]}.-{two[2]}."
                message = "The initials of a hyphenated name lack the hyphen."
                yield expected(essay, entry, name.start, name.end, new, message)


def _hyphenated(text: str) -> Iterator[_Person]:
    """Yield the people whose first name has a hyphen in a text."""
    if "-" not in text:
        return
    for found in _FULL.finditer(text):
        yield _Person(
            found[1], found[2], found[3].removesuffix("’s").removesuffix("'s")
        )
    for found in _INVERTED.finditer(text):
        yield _Person(found[2], found[3], found[1])


def _in_library(essay: CheckedEssay, entry: CheckedEntry, name: TypedName) -> bool:
    """Return whether the source of the library has the name with a hyphen."""
    source = essay.library.get(entry.read.key) if entry.read.key else None
    people = source.names("author") if source else ()
    return any(each.family == name.name.family and "-" in each.given for each in people)
