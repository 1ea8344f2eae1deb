"""The name of a court case that is not in italics.

## What it does

Finds listed court cases, such as "Doe v. Roe", whose name the text gives upright.

## Why is this bad?

A court case is cited by its name and year; the text has the name in italics, which the
list has upright (APA, sections 11.4 and 11.5).

## Example

    Schools had to change (Doe v. Board of Schools, 1954), and *soon*.

    # References

    Doe v. Board of Schools, 347 U.S. 483 (1954).

## Use instead

    Schools had to change (*Doe v. Board of Schools*, 1954), and *soon*.

    # References

    Doe v. Board of Schools, 347 U.S. 483 (1954).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.italics import is_in_italics, shows_italics
from loccit.lint.checked.prose import found_in_prose
from loccit.lint.prose.rule import Mistake

#: The parties at the beginning of an entry.
_CASE = regex(r"[^\w]*(?P<name>[^\W\d_][^,()]{1,80}?\svs?\.?\s[^,()]{2,80}?)(?=,|\s\()")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for name in _cases(essay):
        pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, name.split())))
        for found in found_in_prose(essay, pattern):
            if not is_in_italics(found.paragraph, *found.match.span()):
                message = f"The name of the case `{name}` is not in italics."
                advice = "Set it in italics."
                yield Mistake(found.mapped, *found.match.span(), message, advice)


def _cases(essay: CheckedEssay) -> Iterator[str]:
    """Yield the cases that are listed, if the essay can show italics at all."""
    if shows_italics(essay):
        for entry in essay.entries:
            found = _CASE.match(entry.text)
            if found:
                yield found["name"]
