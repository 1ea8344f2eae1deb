"""A year differs in a citation and in the list.

## What it does

Finds citations of a listed work whose year is not that of the entry, or has no letter
where the entry has one.

## Why is this bad?

One of the two is wrong, and readers can't be sure which work is meant (APA, section 8.4).

## Example

    Prisons replaced the old order (Marchetti, 2011).

    # References

    Marchetti, L. (2010). *Walls*. Harbor Press.

## Use instead

    Prisons replaced the old order (Marchetti, 2010).

    # References

    Marchetti, L. (2010). *Walls*. Harbor Press.

## Fix safety

This fix is unsafe: it writes the year as the list has it, and the list may be wrong.
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay, CiteWords
from loccit.lint.checked.entries.near_entries import author_and_year
from loccit.lint.prose.rule import Mistake
from loccit.model import Safety
from loccit.recognize import TypedCite
from loccit.recognize.citations.reading.years import years_in

IN_EVERY_STYLE = True
FIX_SAFETY: Safety = "unsafe"

#: Reasons of a match that say that the year differs.
_DIFFERING = frozenset(["other-year", "dated-in-list", "undated-in-list"])
#: A year in an address or DOI is not one of the work.
_ADDRESS = regex(r"(?:https?://|www\.|doi:\s?|\b10\.\d{4,9}/)\S+")
#: Reasons that say that the letter after it differs.
_OTHER_LETTER = frozenset(["letter-not-typed", "letter-not-listed"])


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    misdated = {
        each.cite.span: each.nearest
        for each in essay.cross_check.unlisted
        if each.is_misdated
    }
    for words in essay.cite_words:
        entry = essay.entry_of(words.cite)
        if entry and not _differs(words.cite, entry, essay):
            continue
        entry = entry or misdated.get(words.cite.span)
        if entry:
            yield from _of_cite(words, entry, essay)


def _differs(cite: TypedCite, entry: CheckedEntry, essay: CheckedEssay) -> bool:
    """Return whether the year of a cite was found to differ; of letters that distinguish
    works, and of others, a rule of APA says more.
    """
    reasons = {each.code for each in cite.reasons}
    if reasons & _DIFFERING:
        return True
    if "year-in-entry" in reasons:
        return cite.year not in _ADDRESS.sub("", entry.text)
    if not reasons & _OTHER_LETTER:
        return False
    return not essay.is_apa or (not cite.suffix and _is_alone(entry, essay))


def _is_alone(entry: CheckedEntry, essay: CheckedEssay) -> bool:
    """Return whether no other entry has that author and year."""
    own = author_and_year(entry)
    return sum(author_and_year(each) == own for each in essay.entries) == 1


def _of_cite(
    words: CiteWords, entry: CheckedEntry, essay: CheckedEssay
) -> Iterator[Mistake]:
    listed = _year_of(entry)
    if not listed or not words.year:
        return
    start = words.year.start
    end = words.letters.end if words.letters else words.year.end
    mapped = words.citation.mapped
    typed = mapped.text[start:end]
    if typed != listed:
        edits = essay.retyped(mapped, start, end, listed)
        message = f"`{typed}` is `{listed}` in the list."
        yield Mistake(mapped, start, end, message, "Correct one of the two.", edits)


def _year_of(entry: CheckedEntry) -> str:
    """Return the year of an entry with its letter; "" where it is not the only one, or
    was not read for sure.
    """
    years = {
        entry.text[year.start : year.end]
        for part in entry.segments("date")
        for year in years_in(entry.text, part.start, part.end + len("."))
    }
    if len(years) != 1 or "issued" in entry.read.doubtful:
        return ""
    return years.pop()
