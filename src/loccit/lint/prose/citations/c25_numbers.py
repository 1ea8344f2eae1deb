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
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.essays.mapped_text import MappedText
from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.prose import found_in_prose
from loccit.lint.prose.rule import Mistake

_AUTHOR_DATE = frozenset(["parenthetical", "narrative"])
#: Numbers in square brackets after a word, as in an essay that has no numbered list.
_NUMBER = regex(
    r"(?:(?<=[\w.,;%”\"’)])\s|(?<=[a-z]{2}))(\[\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*\])(?![(:\w])"
)
#: What is in programs, not in prose.
_CODE = regex(r"<-|[{}]|\w\(\w*\)|[;{}]\s*$|\w\[\w+\]\s?=")
_DIGITS = regex(r"\d+")
_NEAR = 40
#: The mark before a note that is typed by hand.
_NOTE = regex(r"\s*\[\d{1,3}\]")
_NOTES = regex(r"\s*(?:(?:foot|end)?notes?|remarks)\W*\Z", re.IGNORECASE)
_ADVICE = "Cite by author and date."


class _Place(NamedTuple):
    mapped: MappedText
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.mapped.text[self.start : self.end]


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    places = _numbers(essay)
    others = sum(each.mode in _AUTHOR_DATE for each in essay.citations)
    if len(places) > others:
        yield _once(places)
    elif not _has_typed_notes(essay):
        for place in places:
            if place.text.startswith("["):  # a raised number is the mark of a note
                message = f"`{place.text}` cites by number, not author and date."
                yield _mistake(place, message)


def _once(places: Sequence[_Place]) -> Mistake:
    count = len(places)
    if count == 1:
        return _mistake(places[0], "The essay cites by number, not author and date.")
    message = f"The essay cites by number, not author and date ({count} times)."
    return _mistake(places[0], message)


def _mistake(place: _Place, message: str) -> Mistake:
    return Mistake(*place, message, _ADVICE)


def _numbers(essay: CheckedEssay) -> Sequence[_Place]:
    """Return where numbers cite: those recognized, and those that may be of the list."""
    found = [
        _Place(each.mapped, each.start, each.end)
        for each in essay.worded
        if each.mode == "numeric" and all(map(essay.entry_of, each.cites))
    ]
    return found + [each for each in _of_list(essay) if not _is_in(each, found)]


def _is_in(place: _Place, others: Sequence[_Place]) -> bool:
    return any(
        place.mapped is other.mapped and other.start <= place.start < other.end
        for other in others
    )


def _of_list(essay: CheckedEssay) -> Iterator[_Place]:
    """Yield numbers in square brackets that entries of the list may have, and no note."""
    last = len(essay.entries)
    for found in found_in_prose(essay, _NUMBER):
        numbers = [int(number) for number in _DIGITS.findall(found.match[1])]
        is_listed = all(1 <= number <= last for number in numbers)
        start, end = found.match.span(1)
        around = found.mapped.text[max(0, start - _NEAR) : end + _NEAR]
        if is_listed and not _CODE.search(around):
            yield _Place(found.mapped, start, end)


def _has_typed_notes(essay: CheckedEssay) -> bool:
    """Return whether numbers in brackets may be the marks of notes."""
    listed = essay.typed_list.paragraphs if essay.typed_list else frozenset()
    others = [
        each.text for index, each in enumerate(essay.paragraphs) if index not in listed
    ]
    return any(_NOTE.match(text) or _NOTES.match(text) for text in others)
