"""Works of the same authors and year that are not in the order of their titles.

## What it does

Finds entries of the same authors and year whose titles are not in order.

## Why is this bad?

APA sorts them by title, without A, An or The, and gives them the letters a, b and so on in
this order (section 9.47).

## Example

    The street is old (Bell, 2009).

    # References

    Bell, R. (2009). *The towns that talk*. Harbor Press.

    Bell, R. (2009). *A street of trust*. Harbor Press.

## Use instead

    The street is old (Bell, 2009).

    # References

    Bell, R. (2009). *A street of trust*. Harbor Press.

    Bell, R. (2009). *The towns that talk*. Harbor Press.

## Fix safety

This fix is safe: it moves the entry, as it is typed.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.entries.list_order import misplaced_entries
from loccit.lint.prose.entry_mistakes.misplaced import misplaced_mistake
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"
IN_EVERY_STYLE = True

_LETTER = regex(r"\((?:\d{4}|n\.d\.-?)([a-z])\b")
_MESSAGE = "Works of the same authors and year are not sorted by title."


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for each in misplaced_entries(essay):
        entries = sorted([each.entry, each.neighbor], key=_number)
        is_by_letter = "" < _letter(entries[0]) < _letter(entries[1])
        if each.why == "titles" and not is_by_letter:  # else C18 finds the letters
            yield misplaced_mistake(each, _MESSAGE)


def _number(entry: CheckedEntry) -> int:
    return entry.number


def _letter(entry: CheckedEntry) -> str:
    """Return the letter after the year; "" if there is none."""
    found = _LETTER.search(entry.text)
    return found[1] if found else ""
