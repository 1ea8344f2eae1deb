"""Keep what is in italics inside a title: the title of another work, a species.

Italics of a whole title say what kind of work it is, and are the style's matter; those of
a few of its words belong to the title (CSL 1.0.2, "Rich text markup within fields").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from loccit._startup.regex import regex
from loccit.essays.paragraph import Mark
from loccit.model import Span
from loccit.model.source import Value
from loccit.recognize.references.fields.edges import one_line

#: After the italics of a main title, whose subtitle is not in italics.
_SUBTITLE = regex(r"\s*[.:?!–—]")
_AROUND = " \t\n.,;:“”\"'"
_SHORTEST = 3


def with_nested_titles(
    variables: dict[str, Value], text: str, marks: Sequence[Mark]
) -> dict[str, Value]:
    """Return variables whose title has `<i>` around what is in italics inside of it.

    >>> marks = [Mark("emphasis", 10, 14)]
    >>> with_nested_titles({"title": "Irony in Emma"}, "“Irony in Emma.”", marks)
    {'title': 'Irony in <i>Emma</i>'}
    """
    title = variables.get("title")
    if not marks or not isinstance(title, str):
        return variables
    words = r"\s+".join(map(re.escape, title.split()))
    found = re.search(words, text)
    if found is None:
        return variables
    place = Span(*found.span())
    nested = _nested(text, place, marks)
    return {**variables, "title": _in_italics(text, place, nested)}


def _nested(text: str, title: Span, marks: Iterable[Mark]) -> list[Span]:
    """Return what is set apart inside a title, in order.

    Where italics begin and end a title, what is between them is set apart.
    """
    inside = [*_inside(text, title, marks)]
    if not inside or inside[0].start > title.start:
        return inside
    if len(inside) > 1 and inside[-1].end == title.end:
        gaps = pairwise(inside)
        between = [_trimmed(text, one.end, other.start) for one, other in gaps]
        return [each for each in between if each.end - each.start >= _SHORTEST]
    is_main_title = _SUBTITLE.match(text, inside[0].end)
    if inside[0].end == title.end or is_main_title:
        return inside[1:]
    return inside


def _inside(text: str, title: Span, marks: Iterable[Mark]) -> Iterator[Span]:
    """Yield the stretches of a title that are in italics, and are words."""
    for mark in sorted(marks, key=lambda each: each.start):
        is_of_title = title.start <= mark.start and mark.end <= title.end + 1
        if mark.kind != "emphasis" or not is_of_title:
            continue
        span = _trimmed(text, mark.start, min(mark.end, title.end))
        if span.end - span.start >= _SHORTEST:
            yield span


def _trimmed(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in _AROUND:
        start += 1
    while end > start and text[end - 1] in _AROUND:
        end -= 1
    return Span(start, end)


def _in_italics(text: str, title: Span, nested: Iterable[Span]) -> str:
    done = title.start
    pieces: list[str] = []
    for span in nested:
        pieces.append(text[done : span.start])
        pieces.append(f"<i>{text[span.start : span.end]}</i>")
        done = span.end
    pieces.append(text[done : title.end])
    return one_line("".join(pieces))
