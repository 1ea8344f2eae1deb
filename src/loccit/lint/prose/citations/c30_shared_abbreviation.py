"""An abbreviation of two groups, or one that is hardly used.

## What it does

Finds an abbreviation that the text gives two groups.  It suggests to do without one that
is used less than twice after its definition.

## Why is this bad?

Readers can't know which group is meant, and have to remember what they need not (APA,
sections 8.21 and 6.24).

## Example

    Some teach (American Psychological Association [APA], 2020). Others heal (American
    Psychiatric Association [APA], 2013).

    # References

    American Psychiatric Association. (2013). *Healing*.

    American Psychological Association. (2020). *Teaching*.

## Use instead

    Some teach (American Psychological Association, 2020). Others heal (American
    Psychiatric Association, 2013).

    # References

    American Psychiatric Association. (2013). *Healing*.

    American Psychological Association. (2020). *Teaching*.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.citations.abbreviated_groups import Definition, definitions
from loccit.lint.checked.prose import prose
from loccit.lint.prose.rule import Mistake
from loccit.model import Severity

#: Its definition is one of its uses.
_FEW = 3


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    known = [*definitions(essay)]
    groups = {(each.short, each.group.casefold()) for each in known}
    count = Counter(short for short, _ in groups)
    of: dict[str, Definition] = {}
    for each in known:
        first = of.setdefault(each.short, each)
        if first.group.casefold() != each.group.casefold():
            message = f"`{each.short}` abbreviates two groups."
            advice = "Name both in full."
            yield _mistake(each, message, advice, "warning")
        elif count[each.short] == 1 and _uses(essay, each.short) < _FEW:
            message = f"`{each.short}` is hardly used."
            yield _mistake(each, message, "Name the group in full.", "note")


def _mistake(
    each: Definition, message: str, advice: str, severity: Severity
) -> Mistake:
    start, end = each.opening, each.end + 1
    return Mistake(each.mapped, start, end, message, advice, severity=severity)


def _uses(essay: CheckedEssay, short: str) -> int:
    word = re.compile(rf"(?<!\w){re.escape(short)}(?!\w)")
    return sum(len(word.findall(paragraph.text)) for paragraph in prose(essay))
