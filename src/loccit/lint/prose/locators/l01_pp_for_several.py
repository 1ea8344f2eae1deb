"""The label "p." for several pages.

## What it does

Finds citations that label more than one page by "p.".

## Why is this bad?

APA writes "p." for one page and "pp." for several (section 8.13).

## Example

    So it was (Bell, 2009, p. 46–47).

## Use instead

    So it was (Bell, 2009, pp. 46–47).

## Fix safety

This fix is safe: it changes the label alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if not essay.is_english:
        return
    for place in essay.place_words:
        label = place.label
        if label.text == "p." and place.is_several and not place.is_joined:
            mapped = place.words.citation.mapped
            edits = essay.retyped(mapped, label.start, label.end, "pp.")
            message = f"`{label.text} {place.value.text}` is more than one page."
            advice = "Write `pp.`."
            yield Mistake(mapped, label.start, label.end, message, advice, edits)
