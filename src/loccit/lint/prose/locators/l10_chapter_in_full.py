"""A chapter, section, figure, table or slide that is abbreviated, or in small letters.

## What it does

Finds citations with "chap. 3", "fig. 2", "table 4" and the like.

## Why is this bad?

APA abbreviates pages and paragraphs only; all other labels are in full, with a capital
(section 8.13).

## Example

    So it was (Bell, 2009, chap. 3).

## Use instead

    So it was (Bell, 2009, Chapter 3).

## Fix safety

This fix is safe: it changes the label alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay, PlaceWords
from loccit.lint.checked.citations.place_words import PlaceKind
from loccit.lint.prose.cite_mistakes.labels import wrong_label
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

_KINDS: frozenset[PlaceKind] = frozenset(
    ["chapter", "section", "figure", "table", "slide"]
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if not essay.is_english:
        return
    for place in essay.place_words:
        label = place.label
        right = _right(place) if place.words.year else label.text
        if right == label.text:
            continue
        message = f"`{label.text}` is not in full, with a capital."
        yield wrong_label(essay, place, right, message)


def _right(place: PlaceWords) -> str:
    typed = place.label.text
    if place.kind not in _KINDS or typed.startswith("§"):
        return typed  # laws are cited by "§"
    one = place.kind.capitalize()
    if typed in (one, f"{one}s"):
        return typed
    return f"{one}s" if place.is_several else one
