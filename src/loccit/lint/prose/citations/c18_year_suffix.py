"""No letter after the year where authors have several works of that year.

## What it does

Finds citations and entries without a letter after the year where the list has several
works of the same authors and year, letters that are not in the order of the list, and
letters of which the list has only one work.

## Why is this bad?

Without letters readers can't know which work is meant.  APA adds them to the year in the
text and in the list, in the order of the titles there (section 8.19).

## Example

    Sleep helps memory (Bell, 2009b).

    # References

    Bell, R. (2009a). *On dreams*. North Press.

    Bell, R. (2009). *On sleep*. North Press.

## Use instead

    Sleep helps memory (Bell, 2009b).

    # References

    Bell, R. (2009a). *On dreams*. North Press.

    Bell, R. (2009b). *On sleep*. North Press.

## Fix safety

This fix is safe: it adds the letters to the entries of the list, in their order.  Which
work a citation is of only the writer knows.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay, CiteWords
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety

FIX_SAFETY: Safety = "safe"

#: The year as the style prints it, with its letter.
_PRINTED = regex(r"(?P<year>\d{4}|n\.d\.-|in press-)(?P<letter>[a-z])\)\Z")
_TYPED = regex(r"(?<=\()(?P<year>\d{4}|n\.d\.-?|in press-?)(?P<letter>[a-z]?)(?!\w)")
_LIKELY, _SURE = 0.3, 0.9


class _Group(NamedTuple):
    """Several works of the same authors and year.

    Attributes:
        printed: what the style prints before the letter: "(Bell, 2009".
        letters: the letters that it gives them, by the numbers of their entries.
    """

    printed: str
    letters: Mapping[int, str]


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    groups = _groups(essay)
    for group in groups:
        yield from _entries(essay, group)
    for words in essay.cite_words:
        if words.year and words.letters:
            yield from _single(essay, words, groups)
        elif words.year:
            yield from _without_letter(words, groups)


def _groups(essay: CheckedEssay) -> Sequence[_Group]:
    """Return the works that the style gives letters; not one that is listed twice."""
    found: dict[str, dict[int, str]] = defaultdict(dict)
    for entry in essay.entries:
        text = essay.in_print.alone[entry.key]
        year = _PRINTED.search(text)
        if year:
            found[text[: year.start("letter")]][entry.number] = year["letter"]
    return [
        _Group(printed, letters)
        for printed, letters in found.items()
        if _are_different(essay, [*letters])
    ]


def _are_different(essay: CheckedEssay, numbers: Sequence[int]) -> bool:
    entries = [essay.entries[number] for number in numbers]
    titles = {entry.source.plain("title").casefold() for entry in entries}
    are_sure = all(map(_has_all_authors, entries))
    return are_sure and len(titles) == len(entries) > 1


def _has_all_authors(entry: CheckedEntry) -> bool:
    names = [entry.text[each.start : each.end] for each in entry.segments("author")]
    return entry.is_sure("author") and not any("et al" in each for each in names)


def _entries(essay: CheckedEssay, group: _Group) -> Iterator[Mistake]:
    for number, letter in group.letters.items():
        entry = essay.entries[number]
        found = _date(entry)
        if found and found["letter"] != letter:
            yield _mistake_of_entry(essay, entry, found, letter)


def _date(entry: CheckedEntry) -> re.Match[str] | None:
    """Return the year of an entry, with its letter."""
    date = next(iter(entry.segments("date")), None)
    return _TYPED.search(entry.text, date.start, date.end + 1) if date else None


def _mistake_of_entry(
    essay: CheckedEssay, entry: CheckedEntry, date: re.Match[str], letter: str
) -> Mistake:
    year = date["year"]
    if date["letter"]:
        message = f"The letter of `{date[0]}` is not in the order of the titles."
        advice = f"Write `{year}{letter}`, there and in the text."
        return Mistake(entry.mapped, *date.span(), message, advice)
    edits = essay.retyped(entry.mapped, date.end(), date.end(), letter)
    message = f"Several works of the same authors are of `{year}`."
    advice = f"Write `{year}{letter}`, in the text too."
    return Mistake(entry.mapped, *date.span(), message, advice, edits)


def _without_letter(words: CiteWords, groups: Sequence[_Group]) -> Iterator[Mistake]:
    likely = {
        each.entry for each in words.cite.candidates if each.confidence >= _LIKELY
    }
    likely.add(words.cite.entry)
    for group in groups:
        if (
            words.year
            and words.cite.year in group.printed
            and likely & {*group.letters}
        ):
            year, letters = words.year, sorted(group.letters.values())
            message = f"The list has {len(letters)} works of these authors and year."
            advice = f"Write `{year.text}{letters[0]}` to `{year.text}{letters[-1]}`."
            place = (year.start, year.end)
            yield Mistake(words.citation.mapped, *place, message, advice)


def _single(
    essay: CheckedEssay, words: CiteWords, groups: Sequence[_Group]
) -> Iterator[Mistake]:
    """Yield a letter of which there is only one work, in the list and in the text."""
    entry = essay.entry_of(words.cite)
    if entry is None or words.cite.confidence < _SURE or not words.letters:
        return
    date = _date(entry)
    is_grouped = any(entry.number in group.letters for group in groups)
    if is_grouped or date is None or date["letter"] or date["year"] != words.cite.year:
        return
    if len(_letters(essay, words)) == 1:
        message = f"The list has one work of these authors of `{date['year']}`."
        place = (words.letters.start, words.letters.end)
        advice = "Remove the letter, or add the other work."
        yield Mistake(words.citation.mapped, *place, message, advice)


def _letters(essay: CheckedEssay, words: CiteWords) -> set[str]:
    """Return the letters after the same names and year in the text."""
    cite = words.cite
    return {
        each.cite.suffix
        for each in essay.cite_words
        if (each.cite.names, each.cite.year) == (cite.names, cite.year)
    }
