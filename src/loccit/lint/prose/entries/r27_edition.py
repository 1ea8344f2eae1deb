"""An edition that is not in parentheses, or not abbreviated.

## What it does

Finds editions such as "3rd Edition" or "Third ed." that are not in the form "(3rd ed.)",
and those in italics.

## Why is this bad?

APA gives the edition in parentheses after the title, abbreviated and not in italics
(sections 9.19 and 9.50).

## Example

    Neighborhoods changed (Cole, 2011).

    # References

    Cole, A. (2011). *Quiet streets*, 3rd Edition. North Press.

## Use instead

    Neighborhoods changed (Cole, 2011).

    # References

    Cole, A. (2011). *Quiet streets* (3rd ed.). North Press.

## Fix safety

This fix is safe: the edition stays the same.  Italics have no fix.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

_ORDINALS = {
    "first": "1st",
    "second": "2nd",
    "third": "3rd",
    "fourth": "4th",
    "fifth": "5th",
    "sixth": "6th",
    "seventh": "7th",
    "eighth": "8th",
    "ninth": "9th",
    "tenth": "10th",
    "revised": "Rev.",
    "rev": "Rev.",
}
#: An edition right after a title, with what is around it.
_EDITION = regex(
    r"(?P<gap>[.,:;]?\s+)(?P<open>[(\[]?)"
    r"(?P<edition>(?P<which>\d{1,2}(?:st|nd|rd|th|d)?|[a-z]+)\.?\s+(?:edition|edn|ed)\b\.?)"
    r"(?P<close>[)\]]?)",
    re.IGNORECASE,
)


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        for title in entry.segments("title", "container-title"):
            found = _EDITION.match(entry.text, title.end)
            if found and entry.is_sure(title.label):
                yield from _mistake(essay, entry, found)


def _mistake(
    essay: CheckedEssay, entry: CheckedEntry, found: re.Match[str]
) -> Iterator[Mistake]:
    which = _which(found["which"].lower())
    if not which:
        return
    wanted = f"{which} ed."
    edition = " ".join(found["edition"].split())
    message = f"`{edition}` is not how an edition is given."
    if found["open"] == "(":
        start, end = found.span("edition")
        if edition != wanted:
            yield expected(essay, entry, start, end, wanted, message)
        elif entry.italic_in(start, end):
            message = "The edition is in italics."
            yield Mistake(entry.mapped, start, end, message, "Set it upright.")
        return
    start, end = found.start(), found.end()
    stop = "." if entry.text[end - 1] == "." and not found["close"] else ""
    yield expected(essay, entry, start, end, f" ({wanted}){stop}", message)


def _which(typed: str) -> str:
    """Return an ordinal number as APA has it; "" if it is another word."""
    number = typed.rstrip("stndrh")
    if not number.isdecimal():
        return _ORDINALS.get(typed, "")
    if number[-2:-1] == "1":
        return f"{number}th"
    return number + {"1": "st", "2": "nd", "3": "rd"}.get(number[-1], "th")
