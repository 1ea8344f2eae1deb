"""Written "et al." for a work of two authors.

## What it does

Finds "et al." in citations of works that have two authors in the list or the library, or
only one.

## Why is this bad?

"et al." stands for at least two people. APA always names both of two authors (section
8.17).

## Example

    It has been tried before (Ortiz et al., 2018).

    # References

    Ortiz, P., & Lund, K. (2018). *The long road*. Harbor Press.

## Use instead

    It has been tried before (Ortiz & Lund, 2018).

    # References

    Ortiz, P., & Lund, K. (2018). *The long road*. Harbor Press.

## Fix safety

This fix is safe: it writes the names that the list has. Where the list has a single
author, more may be missing there, and the fix is unsafe.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay, CiteWords
from loccit.lint.checked.citations.people import (
    is_et_al,
    names_to_print,
    people_of,
)
from loccit.lint.prose.cite_mistakes.names import wrong_names
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

_MESSAGES = {
    1: "`et al.` is for three or more authors; this work has one.",
    2: "`et al.` is for three or more authors; this work has two.",
}


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for words in essay.cite_words:
        if not is_et_al(words.et_al) or _is_of_several(words):
            continue
        people = people_of(essay, words.cite)
        if len(people) not in _MESSAGES:
            continue
        right = names_to_print(essay, words)
        if not right:
            continue
        safety: Safety = "safe" if len(people) > 1 else "unsafe"
        yield wrong_names(essay, words, right, _MESSAGES[len(people)], safety)


def _is_of_several(words: CiteWords) -> bool:
    """Return whether other years follow these names: one of those works may have more
    authors.
    """
    following = words.citation.cites[words.number + 1 : words.number + 2]
    return any(cite.names == words.cite.names for cite in following)
