"""Pages that do not follow each other, joined by a word or by a second label.

## What it does

Finds pages that "and", "&", a semicolon or another "p." joins.

## Why is this bad?

APA separates them by commas, after one "pp." (section 8.13).

## Example

    So it was (Bell, 2009, p. 3 and 7).

## Use instead

    So it was (Bell, 2009, pp. 3, 7).

## Fix safety

This fix is safe: it changes what is between the numbers, and the label.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay, PlaceWords
from loccit.lint.checked.citations.page_labels import labels_of, right_label
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if not essay.is_english:
        return
    for place in essay.place_words:
        if not (place.is_joined and labels_of(place.kind)):
            continue
        mapped, start, end = (
            place.words.citation.mapped,
            place.label.start,
            place.value.end,
        )
        right = _right(place)
        edits = essay.retyped(mapped, start, end, right)
        message = "No comma separates pages that do not follow each other."
        yield Mistake(mapped, start, end, message, f"Write `{right}`.", edits)


def _right(place: PlaceWords) -> str:
    ranges = [
        "".join(word.text for word in (each.first, each.dash, each.last) if word)
        for each in place.numbers
    ]
    return f"{right_label(place)} {', '.join(ranges)}"
