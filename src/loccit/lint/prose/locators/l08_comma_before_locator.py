"""No comma between the year and the page.

## What it does

Finds citations in which a colon, a semicolon or only a space separates the page or another
place from the year.

## Why is this bad?

APA writes a comma, and "p." before a page (section 8.13).

## Example

    So it was (Bell, 2009: 46).

## Use instead

    So it was (Bell, 2009, p. 46).

## Fix safety

This fix is safe: it changes what is between year and number; a number after a colon is a
page.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay, PlaceWords
from loccit.lint.checked.citations.page_labels import right_label
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

_WRONG = regex(r"\s*[:;.]\s*|\s+")
_COLON = regex(r"\s?:\s?")
_PAGES = regex(r"[\d\s,–-]+")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if not essay.is_english:
        return
    for place in essay.place_words:
        new = _right(place) if place.is_first and place.words.year else ""
        if new:
            mapped, lead = place.words.citation.mapped, place.lead
            edits = essay.retyped(mapped, lead.start, lead.end, new)
            message = "No comma separates the place from the year."
            end = place.value.end
            yield Mistake(mapped, lead.start, end, message, f"Write `{new}`.", edits)


def _right(place: PlaceWords) -> str:
    """Return what should be between the year and the place; "" if nothing is wrong."""
    if not _WRONG.fullmatch(place.lead.text) or not place.ends:
        return ""
    if place.label.text:
        return ", "
    if not _COLON.fullmatch(place.lead.text):
        return ""  # "2009; 46" may be anything
    is_page = _PAGES.fullmatch(place.value.text)
    return f", {right_label(place)} " if is_page else ", "
