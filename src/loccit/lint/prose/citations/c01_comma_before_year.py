"""No comma between author and year in brackets.

## What it does

Finds citations in brackets in which something else than a comma and a space separates
the author from the year. After "et al.", C09 looks for it.

## Why is this bad?

APA separates the author from the year by a comma (section 8.11).

## Example

    Neighborhoods organized themselves (Alexander 2010).

## Use instead

    Neighborhoods organized themselves (Alexander, 2010).

## Fix safety

This fix is safe: it changes what is between the name and the year.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.cite_mistakes.before_year import wrong_separator
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

_MESSAGE = "No comma separates the author from the year."


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for words in essay.cite_words:
        mistake = None if words.et_al else wrong_separator(essay, words, _MESSAGE)
        if mistake:
            yield mistake
