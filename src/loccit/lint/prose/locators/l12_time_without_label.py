"""A label before or after a time stamp.

## What it does

Finds times in citations that "min.", "at" or the like introduces or follows.

## Why is this bad?

A time stamp needs no label; its colon says what it is (section 8.13).

## Example

    So she said (Bell, 2009, min. 1:30).

## Use instead

    So she said (Bell, 2009, 1:30).

## Fix safety

This fix is safe: it removes the label alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay, PlaceWords, Word
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

_TIME = regex(r"\d{1,2}(?::[0-5]\d){1,2}(?:\s?[–-]\s?\d{1,2}(?::[0-5]\d){1,2})?")
_AFTER = regex(r"\s?(?:min(?:ute)?s?|hrs?|hours?)\b\.?")
_AT = regex(r"\b(?:at|on)\s\Z")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if not essay.is_english:
        return
    for place in essay.place_words:
        label = _label(place) if _TIME.fullmatch(place.value.text) else None
        if label:
            mapped = place.words.citation.mapped
            edits = essay.retyped(mapped, label.start, label.end, "")
            message = f"The time has a label, `{label.text.strip()}`."
            yield Mistake(mapped, label.start, label.end, message, "Remove it.", edits)


def _label(place: PlaceWords) -> Word | None:
    """Return what labels a time, with the space between."""
    text = place.words.citation.paragraph.text
    start, end = place.label.start, place.value.start
    if place.kind == "time":
        return Word(text[start:end], start, end)
    if place.kind != "number":
        return None  # "p. 2:45" may be a volume and its page
    at = _AT.search(place.lead.text)
    if at:
        return Word(at[0], place.lead.start + at.start(), place.lead.end)
    after = _AFTER.match(text, place.value.end)
    return Word(after[0], *after.span()) if after else None
