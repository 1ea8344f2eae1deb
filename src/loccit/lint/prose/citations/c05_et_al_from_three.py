"""All names of a work that three or more people wrote, or the first without "et al.".

## What it does

Finds citations that name other authors than the style prints: from three authors on, the
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

This fix is safe: it writes what the style prints. Where the list lacks the work, or the
citation names the first author alone, another work may be meant, and the fix is unsafe.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay, CiteWords
from loccit.lint.checked.citations.people import (
    are_people,
    names_to_print,
    number_of_names,
    people_of,
)
from loccit.lint.checked.entries.sorted_entries import leading_names
from loccit.lint.prose.cite_mistakes.names import wrong_names
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety
from loccit.recognize.matching.people import has_others

FIX_SAFETY: Safety = "safe"

_FEWEST = 3


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for words in essay.cite_words:
        if len(words.names) > 1:
            right = _right(essay, words)
            is_sure = bool(people_of(essay, words.cite))
        else:
            right, is_sure = _with_et_al(essay, words), False
        if not right:
            continue
        message = "More than the first of three or more authors is named."
        if len(words.names) == 1:
            message = f"`{words.names[0].text}` is not the only author."
        safety: Safety = "safe" if is_sure else "unsafe"
        yield wrong_names(essay, words, right, message, safety)


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


def _with_et_al(essay: CheckedEssay, words: CiteWords) -> str:
    """Return a single name with "et al.", if its work has more authors."""
    source = essay.source_of(words.cite)
    if not words.names or words.et_al or source is None:
        return ""
    if len(people_of(essay, words.cite)) >= _FEWEST:
        return names_to_print(essay, words)
    first = leading_names(source)[1][:1]
    if has_others(source) and first and first[0].family == words.names[0].text:
        return f"{words.names[0].text} et al."
    return ""
