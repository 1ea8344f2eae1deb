"""The word "and" between two authors in brackets.

## What it does

Finds citations in brackets that join the names of people by "and".

## Why is this bad?

APA joins names by "&" in brackets and in the list, and by "and" in the sentence (section
8.17).

## Example

    Some towns had done so before (Ortiz and Lund, 2018).

## Use instead

    Some towns had done so before (Ortiz & Lund, 2018).

## Fix safety

This fix is safe: it changes the word between two names.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.cite_mistakes.joiners import wrong_joiners
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

_MESSAGE = "A word joins two authors in brackets."


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if essay.is_english:
        yield from wrong_joiners(essay, "and", "&", _MESSAGE, is_inside=True)
