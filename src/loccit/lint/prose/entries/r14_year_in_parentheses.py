"""A year that is missing, or not in parentheses after the author, with a full stop.

## What it does

Finds entries whose date has no parentheses, or no full stop after them, or is not right
after the author; and cited entries without a date.

## Why is this bad?

In APA the date is the second part of an entry: in parentheses, with a full stop after them
(section 9.14).

## Example

    Neighborhoods changed (Alexander, 2010).

    # References

    Alexander, M. 2010. *The quiet street*. New Press.

## Use instead

    Neighborhoods changed (Alexander, 2010).

    # References

    Alexander, M. (2010). *The quiet street*. New Press.

## Fix safety

This fix is safe: it changes the signs around the date.  A date that is somewhere else has
no fix.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.lint.checked.entries.typed_names import typed_names
from loccit.lint.prose.entry_mistakes.expected import expected
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety
from loccit.recognize.segments import Segment

FIX_SAFETY: Safety = "safe"

_BEFORE = regex(r"[\s,]*[(\[]?\s*(?P<about>ca?\. |circa )?$")
_AFTER = regex(r"\.?\s*[)\]]?\s*[.,:;]?(?=\s|$)")
_SECOND = regex(r"\W{0,3}\d{4}")
_PEOPLE = ("author", "editor")
#: A year, or a word in its place.
_MAY_BE_DATE = regex(
    r"\d{4}|n\. ?d\b|(?i:press|forthcoming|coming|date|submitted|prep)"
)
_YEAR = regex(r"(?:1[4-9]|20)\d\d|n\. ?d|in press")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    cited = _cited_years(essay)
    for entry in essay.ordinary_entries:
        dates = entry.segments("date")
        if entry.number in cited and not _MAY_BE_DATE.search(entry.text):
            yield _missing(entry, cited[entry.number])
        if not dates or not _YEAR.search(entry.text, dates[0].start, dates[0].end):
            continue
        before = [part for part in entry.read.segments if part.end <= dates[0].start]
        if not before:
            continue
        if all(part.label in _PEOPLE for part in before):
            yield from _in_second_place(essay, entry, dates[0])
        elif len(dates) == 1 and before[0].label == "author" and _is_sure(entry):
            yield from _elsewhere(essay, entry, dates[0])


def _cited_years(essay: CheckedEssay) -> Mapping[int, str]:
    """Return the years with which entries are cited, by their numbers."""
    years: dict[int, str] = {}
    for words in essay.cite_words:
        entry = essay.entry_of(words.cite)
        if entry and words.cite.year:
            years.setdefault(entry.number, words.cite.year)
    return years


def _missing(entry: CheckedEntry, year: str) -> Mistake:
    """Report an entry without a date, which is cited with one."""
    message = "The entry has no date."
    advice = f"Write `({year}).` after the author, as the text cites it."
    return Mistake(entry.mapped, 0, len(entry.text), message, advice)


def _is_sure(entry: CheckedEntry) -> bool:
    return all(map(entry.is_sure, ("author", "issued", "title")))


def _in_second_place(
    essay: CheckedEssay, entry: CheckedEntry, date: Segment
) -> Iterator[Mistake]:
    """Report what is wrong around a date after the author."""
    text = entry.text
    before = _BEFORE.search(text, 0, date.start)
    after = _AFTER.match(text, date.end)
    if not before or not after:
        return
    if text[date.start - 1] not in "([" and not typed_names(entry):
        return
    words = text[date.start : date.end].strip(" .")
    if ")" in words or _SECOND.match(text, date.end):
        return  # two years: "(1974) 2003"
    if words[-1:] == "d":
        words += "."
    words = (before["about"] or "") + words
    start, end = before.start(), after.end()
    new = f" ({words})."
    if _spelled(text[start:end]) != _spelled(new):
        message = "The year is not in parentheses, with a full stop after them."
        yield expected(essay, entry, start, end, new, message)


def _spelled(date: str) -> str:
    """Return a date without what R42 says of "n.d."."""
    return " ".join(date.split()).replace("n.d.)", "n.d)")


def _elsewhere(
    essay: CheckedEssay, entry: CheckedEntry, date: Segment
) -> Iterator[Mistake]:
    """Report a date that is after the title."""
    printed = essay.expected[entry.number]
    names, year = printed.names("author"), printed.between("issued")
    if not names or not year:
        return  # the style does not print them there, as of a chapter without a title
    message = "The date is not right after the author."
    advice = f"Expected: {names[-1]} ({year})."
    yield Mistake(entry.mapped, date.start, date.end, message, advice)
