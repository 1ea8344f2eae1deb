"""Names in the list that are not joined by commas and "&".

## What it does

Finds entries with "and" before the last author, with nothing but a comma there, or with
semicolons between authors.

## Why is this bad?

APA separates the authors of an entry by commas, and has a comma and "&" before the last
one (section 9.8).

## Example

    Neighborhoods changed (Ortiz & Lund, 2018).

    # References

    Ortiz, P., and Lund, K. (2018). *The quiet street*. New Press.

## Use instead

    Neighborhoods changed (Ortiz & Lund, 2018).

    # References

    Ortiz, P., & Lund, K. (2018). *The quiet street*. New Press.

## Fix safety

This fix is safe: it changes what is between the names alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.prose.entry_mistakes.names import COMMA, Joint, wrong_joints
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

_MESSAGE = "Authors are not joined by commas, the last one by a comma and `&`."
#: What people type between names; "&" without its comma is reported by R06.
_JOINT = regex(r"[,;]*(?: ?(?:and|und|et|y|&))?,?")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    yield from wrong_joints(essay, _is_wrong, _MESSAGE)


def _is_wrong(joint: Joint) -> bool:
    if joint.text == "&":
        return joint.wanted == COMMA
    is_joint = bool(joint.text) and _JOINT.fullmatch(joint.text)
    return bool(is_joint) and joint.text != joint.wanted.strip()
