"""Another label of a paragraph than "para." or "paras.".

## What it does

Finds citations that label paragraphs by "¶", "par.", "paragraph" and the like, several of
them by "para.", or one by "paras.".

## Why is this bad?

APA writes "para." for one paragraph and "paras." for several.

## Example

    So it was (Bell, 2009, ¶ 4).

## Use instead

    So it was (Bell, 2009, para. 4).

## Fix safety

This fix is safe: it changes the label alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.citations.page_labels import right_label
from loccit.lint.prose.cite_mistakes.labels import wrong_label
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if not essay.is_english:
        return
    for place in essay.place_words:
        label = place.label
        if place.kind != "paragraph" or place.is_joined:
            continue
        right = right_label(place)
        if label.text == right:
            continue
        message = f"`{label.text}` is not how APA labels `{place.value.text}`."
        yield wrong_label(essay, place, right, message)
