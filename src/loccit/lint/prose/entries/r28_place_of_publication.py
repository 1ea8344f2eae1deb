"""A place beside the publisher.

## What it does

Finds the place of publication before the publisher or after it.

## Why is this bad?

APA names the publisher alone (section 9.29).

## Example

    Neighborhoods changed (Cole, 2011).

    # References

    Cole, A. (2011). *Quiet streets*. New York, NY: North Press.

## Use instead

    Neighborhoods changed (Cole, 2011).

    # References

    Cole, A. (2011). *Quiet streets*. North Press.

## Fix safety

This fix is safe: it removes the place alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety
from loccit.recognize.references.rules.imprint import is_place
from loccit.recognize.segments import Segment

FIX_SAFETY: Safety = "safe"

#: The place of an event is a part of the reference.
_EVENTS = frozenset(["paper-conference", "speech", "event", "performance"])
#: Museums and archives are given with their place.
_PUBLISHED = frozenset(["book", "chapter", "report", "entry-encyclopedia"])
_SURE = 0.8
_COLON = regex(r"\.?[^\S\n]*(?:\([^()]{1,20}\))?\s?[:;,]\s*")
_COMMA = regex(r",\s+|\s+\(")
#: Where a place after a publisher ends.
_END = regex(r"\)?(?=\.?\s*(?:$|https?:|doi|\())")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        places, publishers = entry.segments("place"), entry.segments("publisher")
        if len(places) != 1 or len(publishers) != 1 or entry.source.type in _EVENTS:
            continue
        if _is_sure(entry, places[0]):
            yield from _beside(essay, entry, places[0], publishers[0])


def _is_sure(entry: CheckedEntry, place: Segment) -> bool:
    """Return whether it is a place; several words that no list has may be a part of the
    name of a publisher, as in "Kitchen Table: Women of Color Press".
    """
    name = entry.text[place.start : place.end]
    return is_place(name) or (place.probability >= _SURE and " " not in name)


def _beside(
    essay: CheckedEssay, entry: CheckedEntry, place: Segment, publisher: Segment
) -> Iterator[Mistake]:
    text = entry.text
    name = text[publisher.start : publisher.end]
    if name[0].islower() or not text[place.start].isalpha():
        return  # a part of a name was read
    message = f"`{text[place.start : place.end]}` is a place, beside the publisher."
    if _COLON.fullmatch(text, place.end, publisher.start):
        yield expected(essay, entry, place.start, publisher.end, name, message)
        return
    end = _END.match(text, place.end)
    if (
        entry.source.type in _PUBLISHED
        and end
        and _COMMA.fullmatch(text, publisher.end, place.start)
    ):
        yield expected(essay, entry, publisher.start, end.end(), name, message)
