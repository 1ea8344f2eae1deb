"""All names of a work that three or more people wrote.

## What it does

Finds citations that name more authors than the style prints: from three authors on, the
first and "et al.". Where that would be the same for two works of the list, APA names as
many as distinguish them, and so does this rule.

## Why is this bad?

APA names the first author alone, from the first citation on (section 8.17).

## Example

    Others had doubts (Kim, Roy, & Tan, 2019).

    # References

    Kim, A., Roy, B., & Tan, C. (2019). *Doubt*. Harbor Press.

## Use instead

    Others had doubts (Kim et al., 2019).

    # References

    Kim, A., Roy, B., & Tan, C. (2019). *Doubt*. Harbor Press.

## Fix safety

This fix is safe: it writes what the style prints. Where the list lacks the work, or has it
in a form that is hard to read, another one may have the same first author and year, and
the fix is unsafe.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay, CiteWords
from loccit.lint.checked.people import (
    are_people,
    names_stretch,
    names_to_print,
    number_of_names,
    people_of,
    renamed,
)
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

_FEWEST = 3


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for words in essay.cite_words:
        right = _right(essay, words) if len(words.names) > 1 else ""
        if not right:
            continue
        stretch = names_stretch(words)
        edits = renamed(essay, words, right)
        message = "Three or more authors are cited by the first."
        advice = f"Write: {right}"
        safety: Safety = "safe" if people_of(essay, words.cite) else "unsafe"
        mapped = words.citation.mapped
        yield Mistake(
            mapped, stretch.start, stretch.end, message, advice, edits, safety
        )


def _right(essay: CheckedEssay, words: CiteWords) -> str:
    """Return the names as they should be; "" if they are, or if nobody knows."""
    shown = len(words.names)
    people = people_of(essay, words.cite)
    if not people:
        if shown < _FEWEST or words.et_al or not are_people(essay, words):
            return ""
        return f"{words.names[0].text} et al."
    if len(people) < _FEWEST or (words.et_al and shown == len(people) - 1):
        return ""  # the latter is C07
    right = names_to_print(essay, words)
    return right if right and number_of_names(right) < shown else ""
