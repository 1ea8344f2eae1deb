"""Decide whether citations by number can be numbered again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TypeAlias

from loccit._startup.regex import regex
from loccit.essays import Essay
from loccit.essays.paragraph import Paragraph
from loccit.formatting.printing import Printing
from loccit.recognize import Recognized, TypedCitation

#: `[3]`, `[1, 3-5]`, `[see 2, p. 7]`.
_IN_BRACKETS = regex(r"\[[^\[\]\n]{0,100}?(?<![\w.])\d{1,3}(?!\w)[^\[\]\n]{0,100}\]")
#: `(3)`, where citations are typed so; elsewhere it counts.
_IN_ROUND = regex(r"\([^()\n]{0,100}?(?<![\w.])\d{1,3}(?!\w)[^()\n]{0,100}\)")
_RAISED = regex(r"[¹²³⁰⁴-⁹]+")
_NUMBER = regex(r"\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*")
#: A paragraph by its index, and a place in it.
_Place: TypeAlias = tuple[int, int]


def are_numbers_known(
    essay: Essay,
    recognized: Recognized,
    formatted: Sequence[TypedCitation],
    keys: Sequence[str | None],
    printing: Printing,
) -> bool:
    """Return whether all numbers can be given again: one that stays would be of another
    source in a list that was numbered again.

    Args:
        essay: the essay.
        recognized: what is typed in it.
        formatted: the citations whose sources are beyond doubt.
        keys: the source of each entry of the list, where it is beyond doubt.
        printing: the style, which may number the list by the order of citations.
    """
    numeric = [each for each in recognized.citations if each.mode == "numeric"]
    is_numbered = any(entry.number for entry in recognized.entries)
    if not printing.sorts_list and _has_known_left(recognized, formatted):
        return False
    if not numeric and not is_numbered:
        return True
    if numeric and (not keys or None in keys):
        return False
    paragraphs = essay.document.paragraphs
    if any(paragraphs[each.paragraph].kind == "note" for each in numeric):
        return False  # when readers come to a note, its paragraph does not say
    read = {place for each in formatted for place in _places_of(each)}
    shapes = [_IN_BRACKETS, _RAISED]
    if any(each.text.startswith("(") for each in numeric):
        shapes.append(_IN_ROUND)
    skipped = recognized.list.paragraphs if recognized.list else frozenset()
    for index, paragraph in enumerate(paragraphs):
        if index in skipped:
            continue
        if any((index, start) not in read for start in _numbers_in(paragraph, shapes)):
            return False
    return True


def _has_known_left(recognized: Recognized, formatted: Sequence[TypedCitation]) -> bool:
    """Return whether a citation stays whose work has a place in the list: its number
    would be by that place.
    """
    again = {(each.paragraph, each.end) for each in formatted}
    for each in recognized.citations:
        if (each.paragraph, each.end) in again:
            continue
        if any(cite.key or cite.entry is not None for cite in each.cites):
            return True
    return False


def _places_of(citation: TypedCitation) -> Iterator[_Place]:
    """Yield the places in the span of a citation."""
    for place in range(citation.start, citation.end):
        yield citation.paragraph, place


def _numbers_in(
    paragraph: Paragraph, shapes: Sequence[re.Pattern[str]]
) -> Iterator[int]:
    """Yield the places of what may be the numbers of citations."""
    for shape in shapes:
        for found in shape.finditer(paragraph.text):
            yield found.start()
    for mark in paragraph.marks:
        text = paragraph.text[mark.start : mark.end]
        if mark.kind == "superscript" and _NUMBER.fullmatch(text):
            yield mark.start
