"""The sign "&" between two authors in the sentence.

## What it does

Finds names of people in a sentence that "&" joins.

## Why is this bad?

APA joins names by "and" in the sentence, and by "&" in brackets and in the list (section
8.17).

## Example

    Ortiz & Lund (2018) had seen it before.

## Use instead

    Ortiz and Lund (2018) had seen it before.

## Fix safety

This fix is safe: it changes the sign between two names.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.cite_mistakes.joiners import wrong_joiners
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

_MESSAGE = "`&` joins two authors in the sentence."


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if essay.is_english:
        yield from wrong_joiners(essay, "&", "and", _MESSAGE, is_inside=False)
