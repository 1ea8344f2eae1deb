"""A number instead of author and date.

## What it does

Finds numbers in brackets or raised that cite a work.  Where an essay cites in this way
throughout, it says so once.

## Why is this bad?

APA cites by author and date (section 8.10), so that readers know the work without
turning to the list.

## Example

    Sleep helps memory (Bell, 2009). It helps at any age [2].

    # References

    Bell, R. (2009). *On sleep*. North Press.

    Lyon, K. (2014). *On memory*. South Press.

## Use instead

    Sleep helps memory (Bell, 2009). It helps at any age (Lyon, 2014).

    # References

    Bell, R. (2009). *On sleep*. North Press.

    Lyon, K. (2014). *On memory*. South Press.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.citations.bracketed_numbers import (
    BracketedNumbers,
    authors_and_dates,
    bracketed_numbers,
)
from loccit.lint.prose.rule import Mistake

#: The mark before a note that is typed by hand.
_NOTE = regex(r"\s*\[\d{1,3}\]")
_NOTES = regex(r"\s*(?:(?:foot|end)?notes?|remarks)\W*\Z", re.IGNORECASE)
_ADVICE = "Cite by author and date."


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    places = _numbers(essay)
    if len(places) > authors_and_dates(essay):
        yield _once(places)
    elif not _has_typed_notes(essay):
        for place in places:
            if place.text.startswith("["):  # a raised number is the mark of a note
                message = f"`{place.text}` cites by number, not author and date."
                yield _mistake(place, message)


def _once(places: Sequence[BracketedNumbers]) -> Mistake:
    count = len(places)
    if count == 1:
        return _mistake(places[0], "The essay cites by number, not author and date.")
    message = f"The essay cites by number, not author and date ({count} times)."
    return _mistake(places[0], message)


def _mistake(place: BracketedNumbers, message: str) -> Mistake:
    return Mistake(*place, message, _ADVICE)


def _numbers(essay: CheckedEssay) -> Sequence[BracketedNumbers]:
    """Return where numbers cite: those recognized, and those that may be of the list."""
    found = [
        BracketedNumbers(each.mapped, each.start, each.end)
        for each in essay.worded
        if each.mode == "numeric" and all(map(essay.entry_of, each.cites))
    ]
    return found + [
        each for each in bracketed_numbers(essay) if not _is_in(each, found)
    ]


def _is_in(place: BracketedNumbers, others: Sequence[BracketedNumbers]) -> bool:
    return any(
        place.mapped is other.mapped and other.start <= place.start < other.end
        for other in others
    )


def _has_typed_notes(essay: CheckedEssay) -> bool:
    """Return whether numbers in brackets may be the marks of notes."""
    listed = essay.typed_list.paragraphs if essay.typed_list else frozenset()
    others = [
        each.text for index, each in enumerate(essay.paragraphs) if index not in listed
    ]
    return any(_NOTE.match(text) or _NOTES.match(text) for text in others)
