"""No comma between "et al." and the year in brackets.

## What it does

Finds citations in brackets in which something else than a comma and a space separates
"et al." from the year.

## Why is this bad?

APA separates the authors from the year by a comma, also where most of them are left out
(section 8.11).

## Example

    Others counted again (Kim et al. 2019).

## Use instead

    Others counted again (Kim et al., 2019).

## Fix safety

This fix is safe: it changes what is between "et al." and the year.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.cite_mistakes.before_year import wrong_separator
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

_MESSAGE = "No comma separates `et al.` from the year."


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for words in essay.cite_words:
        mistake = wrong_separator(essay, words, _MESSAGE) if words.et_al else None
        if mistake:
            yield mistake
