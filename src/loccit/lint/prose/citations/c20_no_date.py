"""The abbreviation for "no date" in another form than "n.d.".

## What it does

Finds "nd", "n.d", "N.D.", "n. d." and "no date" in the place of a citation's year.

## Why is this bad?

APA writes it in small letters, with both stops and no space (section 9.17).

## Example

    Sleep helps memory (Bell, nd).

## Use instead

    Sleep helps memory (Bell, n.d.).

## Fix safety

This fix is safe: it replaces the abbreviation alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.prose import Found, brackets_around, found_in_prose
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

_RIGHT = "n.d."
#: After a name or an opening bracket, before the end of a cite.
_NO_DATE = regex(
    r"(?P<name>[^\W\d_][\w.’'-]*[\])]?)(?P<between>,?\s\(|,\s?|\s)"
    r"(?P<date>n\.?\s?d\.?|n\.\s?d|no\sdate)(?=-?[a-h]?(?:\s?[),;:]|\s?\]))",
    re.IGNORECASE,
)
#: In capitals it may be North Dakota or a doctor's title.
_CAPITALS = regex(r"[ND. ]+")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if not essay.is_english:
        return
    for found in found_in_prose(essay, _NO_DATE):
        date = found.match["date"]
        if date == _RIGHT or not _is_cite(found, essay):
            continue
        start, end = found.match.span("date")
        edits = essay.retyped(found.mapped, start, end, _RIGHT)
        message = f"`{date}` stands for a missing date."
        yield Mistake(found.mapped, start, end, message, f"Write `{_RIGHT}`.", edits)


def _is_cite(found: Found, essay: CheckedEssay) -> bool:
    """Return whether the words are in brackets, or those of brackets after a name; what
    could be a place or a title must follow a listed name.
    """
    start = found.match.start("date")
    if not brackets_around(found.mapped.text, start):
        return False
    if found.match["name"].islower() and found.match["name"] != "al.":
        return False
    is_doubtful = _CAPITALS.fullmatch(found.match["date"]) or "date" in found.match[0]
    return not is_doubtful or _is_listed(found.match["name"], essay)


def _is_listed(name: str, essay: CheckedEssay) -> bool:
    word = name.rstrip(".])'’s")
    return any(word in entry.text.partition("(")[0] for entry in essay.entries)
