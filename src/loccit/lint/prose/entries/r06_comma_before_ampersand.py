"""No comma before the "&" of an entry.

## What it does

Finds entries in which no comma precedes the "&" before the last author.

## Why is this bad?

In the list, APA has a comma before "&", even between two authors (section 9.8).

## Example

    Neighborhoods changed (Ortiz & Lund, 2018).

    # References

    Ortiz, P. & Lund, K. (2018). *The quiet street*. New Press.

## Use instead

    Neighborhoods changed (Ortiz & Lund, 2018).

    # References

    Ortiz, P., & Lund, K. (2018). *The quiet street*. New Press.

## Fix safety

This fix is safe: it adds the comma alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.entry_mistakes.names import LAST, Joint, wrong_joints
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    yield from wrong_joints(essay, _is_wrong, "A comma is missing before `&`.")


def _is_wrong(joint: Joint) -> bool:
    return joint.text == "&" and joint.wanted == LAST
