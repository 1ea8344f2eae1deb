"""Another label of a page than "p." or "pp.".

## What it does

Finds citations that label pages by "pg.", "page", "P.", "p" without a full stop, and the
like.

## Why is this bad?

APA writes "p." for one page and "pp." for several (section 8.13).

## Example

    So it was (Bell, 2009, pg. 46).

## Use instead

    So it was (Bell, 2009, p. 46).

## Fix safety

This fix is safe: it changes the label alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.citations.page_labels import labels_of, right_label
from loccit.lint.prose.cite_mistakes.labels import wrong_label
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if not essay.is_english:
        return
    for place in essay.place_words:
        label = place.label
        if place.kind != "page" or label.text in labels_of("page"):
            continue
        message = f"`{label.text}` is not how APA labels pages."
        yield wrong_label(essay, place, right_label(place), message)
