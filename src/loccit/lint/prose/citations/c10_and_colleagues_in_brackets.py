"""Words such as "and colleagues" in place of "et al." in brackets.

## What it does

Finds citations in brackets that say "and colleagues", "and others" or the like.

## Why is this bad?

In brackets "et al." stands for all further authors (section 8.17). In the sentence, "Kim
and colleagues (2019)" is fine.

## Example

    Others counted again (Kim and colleagues, 2019).

## Use instead

    Others counted again (Kim et al., 2019).

## Fix safety

This fix is unsafe: it puts other words in the place of yours, and "et al." is wrong for a
work of two authors.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "unsafe"

#: Not "u. a." and the like, which are "et al." in other languages; nor words with
#: capitals, which are those of a group.
_COLLEAGUES = regex(
    r"(?:and|&)\s(?:(?:his|her|their)\s)?"
    r"(?:colleagues|others|co-?workers|co-?authors|associates|team)"
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for words in essay.cite_words:
        et_al = words.et_al
        if et_al and words.is_inside and _COLLEAGUES.fullmatch(et_al.text):
            mapped = words.citation.mapped
            edits = essay.retyped(mapped, et_al.start, et_al.end, "et al.")
            message = f"`{et_al.text}` is in the place of `et al.` in brackets."
            advice = "Write `et al.`."
            yield Mistake(mapped, et_al.start, et_al.end, message, advice, edits)
