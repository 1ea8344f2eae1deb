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
#: Before the end of a cite.
_NO_DATE = regex(
    r"(?<=[\s(,])(?P<date>n\.?\s?d\.?|no\sdate)(?=-?[a-h]?(?:\s?[),;:]|\s?\]))",
    re.IGNORECASE,
)
#: The end of a name, and what is between it and the date.
_NAME = regex(r"(?P<name>[^\W\d_][\w.’'-]*)[\])]?(?:,?\s\(|,\s?|\s)\Z")
_LONGEST_NAME = 60
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
        message = f"`{date}` is in the place of a date."
        yield Mistake(found.mapped, start, end, message, f"Write `{_RIGHT}`.", edits)


def _is_cite(found: Found, essay: CheckedEssay) -> bool:
    """Return whether the words are in brackets, or those of brackets after a name; what
    could be a place or a title must follow a listed name.
    """
    text, start = found.mapped.text, found.match.start()
    if not brackets_around(text, start):
        return False
    name = _NAME.search(text[max(0, start - _LONGEST_NAME) : start])
    if name is None or (name["name"].islower() and name["name"] != "al."):
        return False
    is_doubtful = _CAPITALS.fullmatch(found.match[0]) or "date" in found.match[0]
    return not is_doubtful or _is_listed(name["name"], essay)


def _is_listed(name: str, essay: CheckedEssay) -> bool:
    word = name.rstrip(".'’s")
    return any(word in entry.text.partition("(")[0] for entry in essay.entries)
