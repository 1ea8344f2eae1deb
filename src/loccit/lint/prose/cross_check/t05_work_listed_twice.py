"""A work is in the list twice.

## What it does

Finds entries of the list that are of the same work as an earlier one, in the same words or
in others.  Editions, parts, reprints and preprints are works of their own.

## Why is this bad?

A work has one entry, so that citations of it look the same (APA, section 8.4).

## Example

    Walls came down (Marchetti, 2010).

    # References

    Marchetti, L. (2010). *Walls and what they kept in*. Harbor Press.

    Marchetti, Lucia (2010). *Walls and What They Kept In*. Harbor Press.

## Use instead

    Walls came down (Marchetti, 2010).

    # References

    Marchetti, L. (2010). *Walls and what they kept in*. Harbor Press.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.duplicates import Works
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.entries.shown import shown
from loccit.lint.prose.rule import Mistake
from loccit.model import Source

IN_EVERY_STYLE = True


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    works = Works()
    numbers: dict[str, CheckedEntry] = {}
    for entry in essay.entries:
        source = Source(str(entry.number), entry.source.type, entry.source.variables)
        numbers[source.key] = entry
        pair = works.add(source)
        first = numbers[pair.one.key] if pair else None
        if first and _are_in_one_list(first, entry, essay):
            message = f"The list has this work already: {shown(first)}"
            advice = "Keep one of the two."
            yield Mistake(entry.mapped, 0, len(entry.text), message, advice)


def _are_in_one_list(
    one: CheckedEntry, other: CheckedEntry, essay: CheckedEssay
) -> bool:
    """Return whether nothing but entries is between two: chapters may have lists of
    their own.
    """
    if not essay.typed_list or one.read.part != other.read.part:
        return False
    between = range(one.read.span.end, other.read.span.start)
    return all(
        index in essay.typed_list.paragraphs
        for index, paragraph in enumerate(essay.paragraphs)
        if paragraph.part == one.read.part and paragraph.mapped.origin(0) in between
    )
