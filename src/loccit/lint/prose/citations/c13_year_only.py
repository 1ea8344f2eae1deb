"""More than the year in a citation.

## What it does

Finds citations with a month, a day or a season beside the year.

## Why is this bad?

A citation has the year only, also where the list has the full date (section 8.10).
Personal communications have it, because nothing lists them.

## Example

    The vote was lost (Okafor, 2021, March 3).

## Use instead

    The vote was lost (Okafor, 2021).

## Fix safety

This fix is safe: it removes the month and the day.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay, CiteWords, Word
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety
from loccit.values.date_words import month_number

FIX_SAFETY: Safety = "safe"

_DAY = r"\d{1,2}(?:st|nd|rd|th|\.)?"
_DATE = rf"(?:(?:the )?{_DAY}\s(?:of )?)?(?P<month>[^\W\d_]{{3,}})\.?(?:\s{_DAY})?"
#: The comma before a date stays before the year.
_BEFORE = regex(rf",\s?(?P<date>{_DATE},?\s)")
_AFTER = regex(rf",?\s{_DATE}(?=\s*(?:[,;]|\Z))")
_SEASONS = frozenset(["spring", "summer", "fall", "autumn", "winter"])


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for words in essay.cite_words:
        date = _date(words) if words.year and not _needs_date(words) else None
        if date:
            mapped = words.citation.mapped
            edits = essay.retyped(mapped, date.start, date.end, "")
            message = "The citation has more of the date than the year."
            advice = f"Remove `{date.text.strip(' ,')}`."
            yield Mistake(mapped, date.start, date.end, message, advice, edits)


def _needs_date(words: CiteWords) -> bool:
    """Return whether a date belongs to a personal communication, or to a title whose
    year follows: "(Outlook, June 2020, 2020)".
    """
    others = [each for each in words.citation.cites if each.names == words.cite.names]
    is_twice = [each.year for each in others].count(words.cite.year) > 1
    return words.cite.personal or is_twice


def _date(words: CiteWords) -> Word | None:
    """Return the month and the day before or after the year."""
    before = _BEFORE.fullmatch(words.gap.text) if words.is_inside else None
    if before and _is_month(before["month"]):
        start, end = before.span("date")
        return _part(words.gap, start, end)
    after = _AFTER.match(words.tail.text)
    return _part(words.tail, 0, after.end()) if after and _is_month(after[1]) else None


def _part(word: Word, start: int, end: int) -> Word:
    return Word(word.text[start:end], word.start + start, word.start + end)


def _is_month(word: str) -> bool:
    return word.casefold() in _SEASONS or month_number(word) is not None
