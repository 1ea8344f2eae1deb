"""The label "pp." for one page.

## What it does

Finds citations that label a single page by "pp.".

## Why is this bad?

APA writes "p." for one page and "pp." for several (section 8.13).

## Example

    So it was (Bell, 2009, pp. 46).

## Use instead

    So it was (Bell, 2009, p. 46).

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
        is_one = not (place.is_several or place.is_open) and place.ends
        if label.text == "pp." and is_one:
            mapped = place.words.citation.mapped
            edits = essay.retyped(mapped, label.start, label.end, "p.")
            message = f"`{label.text} {place.value.text}` is one page."
            yield Mistake(mapped, label.start, label.end, message, "Write `p.`.", edits)
