"""A personal communication without initials, its label, or the full date.

## What it does

Finds letters, mails and talks that are cited without the initials of who said it,
without the words "personal communication", or without the day.

## Why is this bad?

The list has no entry for what readers can't look up, so the citation must say
everything: who, in what way, and when (APA, section 8.9).

## Example

    Students sleep less each year (L. Tran, pers. comm., April 3, 2021).

## Use instead

    Students sleep less each year (L. Tran, personal communication, April 3, 2021).

## Fix safety

This fix is unsafe: it writes the label and the date in APA's words; initials and a
missing date only the writer knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay
from loccit.lint.checked.prose import Found, brackets_around, found_in_prose
from loccit.lint.prose.rule import Mistake
from loccit.model import Edit, Safety

FIX_SAFETY: Safety = "unsafe"

_RIGHT = "personal communication"
#: What people write for it; the shorter words only before a date.
_LABEL = regex(
    r"(?<=[(,;\s])(?:(?:personal|private)\s(?:communications?|interview|correspondence"
    r"|conversation|e-?mail|letter)|pers\.?\s?comm(?:un)?\b\.?"
    r"|(?:e-?mail|interview|letter|(?:phone|telephone)\scall)(?=,\s[^()]*\d))(?=[,;)\s])",
    re.IGNORECASE,
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November"
    r"|December)"
)
#: The date as APA wants it, perhaps of several days.
_DATE = regex(rf"\s*,\s{_MONTH}\s\d\d?(?:[–-]\d\d?)?,\s\d{{4}}")
#: The day first, as in "3 April 2021" and "3rd of April, 2021".
_DAY_FIRST = regex(rf"\s*,\s(\d\d?)(?:st|nd|rd|th)?\s(?:of\s)?({_MONTH}),?\s(\d{{4}})")
#: What may be between initials and surname.
_PARTICLES = r"(?:(?:van|von|de|der|den|la)\s)*"
_INITIALS = regex(rf"(?:[^\W\d_a-z]\.[-\s]?)+\s?{_PARTICLES}[^\W\d_a-z]")
_INITIALS_AND_NAME = regex(rf"{_INITIALS.pattern}[\w’'-]*(?:\s[^\W\d_a-z][\w’'-]*)?")
#: What may be before a name in brackets.
_SIGNAL = regex(r"\A(?:(?:see\salso|see|but\ssee|cf\.|e\.g\.),?\s)+")
#: A surname before the brackets.
_CAPITAL = regex(r"[^\W\d_a-z][\w.’'-]*\s*\Z")
_LONGEST_NAME = 60


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    if not essay.is_english:
        return
    for found in found_in_prose(essay, _LABEL):
        around = brackets_around(found.mapped.text, found.match.start())
        if around and (lacks := _lacks(found, around)):
            yield _mistake(essay, found, around, lacks)


def _mistake(
    essay: CheckedEssay, found: Found, around: tuple[int, int], lacks: list[str]
) -> Mistake:
    start, end = around
    message = f"`{found.mapped.text[start:end]}` lacks {', '.join(lacks)}."
    advice = "Write it as in `(L. Tran, personal communication, April 3, 2021)`."
    edits = _edits(essay, found)
    return Mistake(found.mapped, start, end, message, advice, edits)


def _lacks(found: Found, around: tuple[int, int]) -> list[str]:
    """Return what a personal communication lacks; nothing if it is not one."""
    text, label = found.mapped.text, found.match
    name = _name(text, around[0], label.start())
    is_dated = any(char.isdigit() for char in text[label.end() : around[1]])
    if not name and not is_dated:
        return []
    lacks = []
    if not _INITIALS.match(name) and not name.isupper():
        lacks.append("the initials before the name")
    if label[0] != _RIGHT:
        lacks.append(f"the words `{_RIGHT}`")
    if not _DATE.match(text, label.end()):
        lacks.append("the date as month, day, year")
    return lacks


def _name(text: str, opening: int, label: int) -> str:
    """Return the name before the label: in the brackets, or before these; "" if the
    words there are not a name.
    """
    inside = text[opening + 1 : label].rpartition(";")[2].strip(" ,\n")
    inside = _SIGNAL.sub("", inside)
    if inside:
        return inside if inside[0].isupper() else ""
    before = text[max(0, opening - _LONGEST_NAME) : opening].rstrip()
    with_initials = [*_INITIALS_AND_NAME.finditer(before)]
    if with_initials and with_initials[-1].end() == len(before):
        return with_initials[-1][0]
    surname = _CAPITAL.search(before)
    return surname[0] if surname else ""


def _edits(essay: CheckedEssay, found: Found) -> tuple[Edit, ...]:
    """Return the edits that write the label and the date in APA's words."""
    edits: tuple[Edit, ...] = ()
    start, end = found.match.span()
    if found.match[0] != _RIGHT:
        edits += essay.retyped(found.mapped, start, end, _RIGHT)
    date = _DAY_FIRST.match(found.mapped.text, end)
    if date:
        right = f", {date[2]} {date[1]}, {date[3]}"
        edits += essay.retyped(found.mapped, *date.span(), right)
    return edits
