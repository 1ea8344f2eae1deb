"""A number without a label after the year.

## What it does

Finds citations in which a number alone follows the year. Times, and numbers such as
1.3.36, have no label.

## Why is this bad?

APA labels pages by "p." or "pp." (section 8.13).

## Example

    So it was (Bell, 2009, 46).

## Use instead

    So it was (Bell, 2009, p. 46).

## Fix safety

This fix is unsafe: the number may be that of a paragraph, a verse or the like.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay, PlaceWords
from loccit.lint.checked.citations.page_labels import right_label
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "unsafe"

_COMMA = regex(r",\s+")
_PAGE = regex(r"\d{1,5}")
_YEAR = regex(r"(?:1[5-9]|20)\d\d")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if not essay.is_english:
        return
    for place in essay.place_words:
        if _lacks_label(place):
            mapped, value = place.words.citation.mapped, place.value
            label = right_label(place)
            edits = essay.retyped(mapped, value.start, value.start, f"{label} ")
            message = f"`{value.text}` has no label."
            advice = f"Write `{label} {value.text}` if it is a page."
            yield Mistake(mapped, value.start, value.end, message, advice, edits)


def _lacks_label(place: PlaceWords) -> bool:
    if place.kind != "number" or not (place.words.year and place.is_first):
        return False
    if not place.ends or not _COMMA.fullmatch(place.lead.text):
        return False
    words = [word for each in place.numbers for word in (each.first, each.last) if word]
    return all(
        _PAGE.fullmatch(word.text) and not _YEAR.fullmatch(word.text) for word in words
    )
