"""No space after the label of a page or paragraph.

## What it does

Finds citations in which a number directly follows "p.", "pp.", "para." or "paras.".

## Why is this bad?

A space separates the label from the number (section 8.13).

## Example

    So it was (Bell, 2009, p.46).

## Use instead

    So it was (Bell, 2009, p. 46).

## Fix safety

This fix is safe: it adds a plain space. One that holds label and number together on a
line would be as right, but hardly anybody types it, and the label would then look
different from all others in your essay.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.citations.page_labels import labels_of
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if not essay.is_english:
        return
    for place in essay.place_words:
        label = place.label
        if label.text in labels_of(place.kind) and not place.gap.text:
            mapped = place.words.citation.mapped
            edits = essay.retyped(mapped, label.end, label.end, " ")
            message = f"No space follows `{label.text}`."
            end = place.numbers[0].first.end
            yield Mistake(mapped, label.start, end, message, "Add it.", edits)
