"""Works of the same authors in one pair of brackets, named twice or out of order.

## What it does

Finds brackets that name the same authors again for another year, or whose years are not
in order.

## Why is this bad?

APA names the authors once and gives the years after each other: works without a date
first, then by year, those in press last (section 8.12).

## Example

    Sleep helps memory (Bell, 2012; Bell, 2009).

## Use instead

    Sleep helps memory (Bell, 2009, 2012).

## Fix safety

This fix is safe: it removes the repeated name and orders the years.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEssay, CiteWords
from loccit.lint.checked.citations.units import Unit, units_of
from loccit.lint.prose.rule import Mistake
from loccit.model import Edit, Safety

FIX_SAFETY: Safety = "safe"

#: What may be between the years of the same authors.
_BETWEEN = regex(r"[\s,;&]*(?:and\s)?")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    for citation in essay.worded:
        for _, same in groupby(units_of(citation), key=_authors):
            units = [*same]
            if _are_plain(units) and _are_same(essay, units):
                yield from _mistakes(essay, units)


def _authors(unit: Unit) -> object:
    return unit.authors


def _are_plain(units: Sequence[Unit]) -> bool:
    cites = [cite for unit in units for cite in unit.cites]
    is_plain = all(unit.is_plain for unit in units) and all(cite.year for cite in cites)
    return is_plain and len({cite.names for cite in cites}) == 1


def _are_same(essay: CheckedEssay, units: Sequence[Unit]) -> bool:
    """Return whether the names are those of the same people; those whom "et al." leaves
    out must be known.
    """
    if any(unit.has_prefix for unit in units[1:]) or not units[0].words[0].names:
        return False
    if len(units) == 1 or not units[0].cites[0].et_al:
        return True
    sources = [essay.source_of(cite) for unit in units for cite in unit.cites]
    authors = {source.names("author") if source else None for source in sources}
    return len(authors) == 1 and None not in authors


def _mistakes(essay: CheckedEssay, units: Sequence[Unit]) -> Iterator[Mistake]:
    words = [each for unit in units for each in unit.words]
    years = [_year(each) for each in words]
    right = sorted(years, key=_order)
    is_repeated = len(units) > 1
    if not is_repeated and (right == years or len({*years}) < len(years)):
        return  # C18 is about equal years
    mapped, names = words[0].citation.mapped, words[0].names
    name = mapped.text[names[0].start : names[-1].end]
    message = "The years are not in order."
    if is_repeated:
        message = f"`{name}` is named again in the same brackets."
    advice = f"Give the years after each other: `{', '.join(right)}`."
    place = (units[0].start, units[-1].end)
    edits = _edits(essay, words, ", ".join(right))
    yield Mistake(mapped, *place, message, advice, edits)


def _year(words: CiteWords) -> str:
    letters = words.letters.text if words.letters else ""
    return (words.year.text if words.year else "") + letters


def _order(year: str) -> tuple[int, str]:
    """Sort years: those that are missing first, works in press last."""
    if year[0].isdecimal():
        return (1, year)
    return (0, year) if year.startswith("n") else (2, year)


def _edits(
    essay: CheckedEssay, words: Sequence[CiteWords], right: str
) -> tuple[Edit, ...]:
    first, last = words[0].year, words[-1].year
    mapped = words[0].citation.mapped
    if not first or not last:
        return ()
    end = words[-1].letters.end if words[-1].letters else last.end
    return essay.retyped(mapped, first.start, end, right)
