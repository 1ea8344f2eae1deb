"""Works within brackets that are not in the order of the list.

## What it does

Finds several works in the same brackets in another order than that of the list of
references.  "See also" and the like begin a new order.

## Why is this bad?

APA orders the works in brackets as in the list, by the names of their authors, so that
readers find them there (section 8.12).

## Example

    Sleep helps memory (Lyon, 2014; Bell, 2009).

## Use instead

    Sleep helps memory (Bell, 2009; Lyon, 2014).

## Fix safety

This fix is safe: it moves whole works within the brackets.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from loccit._startup.regex import regex
from loccit.csl import collation_key
from loccit.lint.checked import CheckedCitation, CheckedEssay
from loccit.lint.checked.citations.units import Unit, units_of
from loccit.lint.checked.entries.sorted_entries import ranks
from loccit.lint.prose.rule import Mistake
from loccit.model import Edit, Safety

FIX_SAFETY: Safety = "safe"

#: Initials before a surname, and what a title is not sorted by.
_NOT_SORTED = regex(r"\A(?:(?:[^\W\d_]\.[\s-]*)+|(?:The|An?)\s)")
_BETWEEN = regex(r"\s*;\s*")


def check(essay: CheckedEssay) -> Iterator[Mistake]:
    groups = [
        (citation, units)
        for citation in essay.worded
        for units in _groups(units_of(citation))
        if len(units) > 1
    ]
    ranked = ranks(essay) if groups else {}
    for citation, units in groups:
        ordered = _ordered(essay, units, ranked)
        if ordered != units:
            yield _mistake(essay, citation, units, ordered)


def _mistake(
    essay: CheckedEssay,
    citation: CheckedCitation,
    units: Sequence[Unit],
    ordered: Sequence[Unit],
) -> Mistake:
    text = citation.mapped.text
    message = "The works are not in alphabetical order."
    right = "; ".join(" ".join(text[each.start : each.end].split()) for each in ordered)
    place = (units[0].start, units[-1].end)
    edits = _edits(essay, citation, units, ordered)
    return Mistake(citation.mapped, *place, message, f"Expected: {right}", edits)


def _groups(units: Sequence[Unit]) -> Iterator[list[Unit]]:
    """Yield the units that are in one order."""
    if any(each.cites[0].secondary or not each.words[0].names for each in units):
        return
    group: list[Unit] = []
    for unit in units:
        if unit.has_prefix and group:
            yield group
            group = []
        group.append(unit)
    yield group


def _ordered(
    essay: CheckedEssay, units: list[Unit], ranked: Mapping[int, int]
) -> list[Unit]:
    """Return units in the order of the list, where their names agree with it; those of
    the same authors stay in their order.

    Args:
        ranked: the place of each entry in the order of the list.
    """
    by_name = sorted(units, key=lambda each: _sort_key(essay, each))
    numbers = [each.cites[0].entry for each in units]
    if by_name == units or any(number is None for number in numbers):
        return by_name
    ranked = {entry: rank for rank, entry in enumerate(essay.expected)}
    first: dict[object, int] = {}
    for unit, number in zip(units, numbers, strict=True):
        rank = ranked[number or 0]
        first[unit.authors] = min(rank, first.get(unit.authors, rank))
    return sorted(units, key=lambda each: first[each.authors])


def _sort_key(essay: CheckedEssay, unit: Unit) -> tuple[object, bool]:
    """Sort by the first surname; an author alone is before the same one with others."""
    (first, *others), et_al = unit.authors
    name = _NOT_SORTED.sub("", first)
    return (collation_key(name, essay.lang), bool(others) or et_al)


def _edits(
    essay: CheckedEssay,
    citation: CheckedCitation,
    units: Sequence[Unit],
    ordered: Sequence[Unit],
) -> tuple[Edit, ...]:
    """Return the edits that put each work in its place; none where italics or other
    words would have to move.
    """
    mapped, paragraph = citation.mapped, citation.paragraph
    ends = pairwise(units)
    is_plain = all(
        _BETWEEN.fullmatch(mapped.text, one.end, other.start) for one, other in ends
    )
    if not is_plain or paragraph.marks_in(units[0].start, units[-1].end):
        return ()
    edits: tuple[Edit, ...] = ()
    for unit, right in zip(units, ordered, strict=True):
        if unit is not right:
            new = mapped.text[right.start : right.end]
            edits += essay.retyped(mapped, unit.start, unit.end, new)
    return edits
