"""Find the list of sources in an essay, and take it apart into entries."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.essays.paragraph import Mark, Paragraph
from loccit.model import Span

_HEADING = regex(
    r"(?:references?|works cited|sources|bibliography|citations)\s*:?\s*(?i:)"
)
_BULLET = regex(r"\s*(?:[•*+-]|\[?(\d{1,4})[\].)])\s+")


class ListEntry(NamedTuple):
    """An entry as it is typed, without bullet or number.

    Attributes:
        text: what readers see.
        marks: what its markup sets apart, `text[start:end]`.
        number: its number or label, as it is typed.
        span: its place in the part.
    """

    text: str
    marks: tuple[Mark, ...]
    span: Span
    part: str = ""
    number: str = ""


@dataclass(frozen=True, slots=True)
class FoundList:
    """The list as it is typed; see `loccit.recognize.typed_list.TypedList`."""

    heading: Span | None
    span: Span
    part: str
    paragraphs: frozenset[int]
    entries: tuple[ListEntry, ...]


def find_list(paragraphs: Sequence[Paragraph]) -> FoundList | None:
    """Find the list of sources in the paragraphs of an essay."""
    for index in range(len(paragraphs) - 1, -1, -1):
        text = paragraphs[index].text.casefold()
        if _HEADING.fullmatch(text):
            return _list_after(index, paragraphs)
    return None


def _list_after(heading: int, paragraphs: Sequence[Paragraph]) -> FoundList | None:
    entries = []
    end = heading + 1
    for paragraph in paragraphs[heading + 1 :]:
        if paragraph.kind == "heading":
            break
        end += 1
        entries.append(_entry(paragraph))
    if not entries:
        return None
    first = paragraphs[heading]
    return FoundList(
        first.span(0, len(first.text)),
        Span(entries[0].span.start, entries[-1].span.end),
        first.part,
        frozenset(range(heading, end)),
        tuple(entries),
    )


def _entry(paragraph: Paragraph) -> ListEntry:
    text = paragraph.text
    bullet = _BULLET.match(text)
    start = bullet.end() if bullet else 0
    marks = tuple(
        mark._replace(start=mark.start - start, end=mark.end - start)
        for mark in paragraph.marks
        if mark.start >= start
    )
    span = paragraph.span(start, len(text))
    number = (bullet[1] or "") if bullet else paragraph.marker
    return ListEntry(text[start:], marks, span, paragraph.part, number)
