"""Written "et al." for a single name.

## What it does

Finds citations that name all authors but one, and put "et al." in that one's place.

## Why is this bad?

"et al." is a plural. Where the names before it are needed to distinguish two works and
one more is left, APA prints that one, too; where they are not needed, the first name is
enough (sections 8.17 and 8.18).

## Example

    Others had doubts (Kim, Roy, et al., 2019), then not (Kim et al., 2019).

    # References

    Kim, A., Lee, B., & Poe, C. (2019). *Doubt*. Harbor Press.

    Kim, A., Roy, B., & Tan, C. (2019). *No doubt*. Harbor Press.

## Use instead

    Others had doubts (Kim, Roy, & Tan, 2019), then not (Kim et al., 2019).

    # References

    Kim, A., Lee, B., & Poe, C. (2019). *Doubt*. Harbor Press.

    Kim, A., Roy, B., & Tan, C. (2019). *No doubt*. Harbor Press.

## Fix safety

This fix is safe: it writes the names that the style prints.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.citations.people import (
    is_et_al,
    names_to_print,
    people_of,
)
from loccit.lint.prose.cite_mistakes.names import wrong_names
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

_FEWEST = 2
_MESSAGE = "`et al.` is in the place of a single name."


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for words in essay.cite_words:
        shown = len(words.names)
        if shown < _FEWEST or not is_et_al(words.et_al):
            continue
        if shown != len(people_of(essay, words.cite)) - 1:
            continue
        right = names_to_print(essay, words)
        if right:
            yield wrong_names(essay, words, right, _MESSAGE)
