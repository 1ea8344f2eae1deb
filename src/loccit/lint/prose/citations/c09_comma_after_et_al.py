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
from loccit.lint.checked.citations.before_year import advice_on, wrong_separator
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for words in essay.cite_words:
        gap = wrong_separator(essay, words) if words.et_al else None
        if gap:
            mapped = words.citation.mapped
            edits = essay.retyped(mapped, gap.start, gap.end, ", ")
            message = "No comma separates `et al.` from the year."
            advice = advice_on(gap)
            yield Mistake(mapped, gap.start, gap.end, message, advice, edits)
