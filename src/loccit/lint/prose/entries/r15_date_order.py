"""A date that is not in the order year, month, day.

## What it does

Finds dates in parentheses after the author that begin with the month or the day, or whose
month is a number or short.

## Why is this bad?

APA gives the year, a comma, the month in full, and the day (section 9.14).

## Example

    It was so (Okafor, 2021).

    # References

    Okafor, N. (March 3, 2021). A street changes. *The New York Times*.

## Use instead

    It was so (Okafor, 2021).

    # References

    Okafor, N. (2021, March 3). A street changes. *The New York Times*.

## Fix safety

This fix is safe: where a number may be the day or the month, there is none.
"""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import DateParts, Safety
from loccit.recognize.segments import Segment

FIX_SAFETY: Safety = "safe"

#: 03/04/2021 may be in March or April.
_NUMBERS = regex(r"(?P<first>\d{1,2})[/.-](?P<second>\d{1,2})[/.-]\d{4}")
_SUFFIX = regex(r"(?<=\d{4})[a-z]\b")
_WORD = regex(r"[^\W\d_]+")
_LAST_MONTH = 12


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for entry in essay.ordinary_entries:
        dates = entry.segments("date")
        if len(dates) == 1 and _is_in_place(entry, dates[0]):
            yield from _mistakes(essay, entry, dates[0])


def _is_in_place(entry: CheckedEntry, date: Segment) -> bool:
    """Return whether a date is in parentheses, and was read surely."""
    opening = entry.text[date.start - 1 : date.start]
    return opening in ("(", "[") and entry.is_sure("issued")


def _mistakes(
    essay: CheckedEssay, entry: CheckedEntry, date: Segment
) -> Iterator[Mistake]:
    typed = entry.text[date.start : date.end]
    wanted = _wanted(essay, entry)
    suffix = _SUFFIX.search(typed)
    if suffix:
        wanted = re.sub(r"^\d{4}", rf"\g<0>{suffix[0]}", wanted)
    if not wanted or _even(typed) == _even(wanted):
        return
    message = f"The date `{typed}` is not in the order year, month, day."
    if _is_open(typed):
        advice = "Expected: year, month in full, day."
        yield Mistake(entry.mapped, date.start, date.end, message, advice)
    else:
        yield expected(essay, entry, date.start, date.end, wanted, message)


def _wanted(essay: CheckedEssay, entry: CheckedEntry) -> str:
    """Return the date with its month and day; "" if it has none."""
    issued = entry.source.date("issued")
    if not issued or not issued.start or not issued.start.month or issued.end:
        return ""
    printed = essay.expected[entry.number].between("issued")
    if _WORD.search(printed):
        return printed
    return _in_english(issued.start) if essay.is_english else ""


def _in_english(date: DateParts) -> str:
    """Return a date whose month the style does not print, for a book or an article."""
    day = f" {date.day}" if date.day else ""
    return f"{date.year}, {month_name[date.month or 1]}{day}"


def _even(date: str) -> str:
    return " ".join(date.rstrip(".").split())


def _is_open(typed: str) -> bool:
    """Return whether the day and the month of a date can't be told apart."""
    numbers = _NUMBERS.fullmatch(typed)
    if not numbers or numbers["first"] == numbers["second"]:
        return False
    return max(int(numbers["first"]), int(numbers["second"])) <= _LAST_MONTH
