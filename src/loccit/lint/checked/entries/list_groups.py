"""The groups into which headings divide a typed list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.essays.paragraph import Paragraph
from loccit.lint.checked.entries.entry import CheckedEntry
from loccit.lint.checked.essay import CheckedEssay

#: A line that heads what is below it, as "Websites:" or "Primary Sources".
_HEADING_LINE = regex(r"[*_]{0,3}[^\W\d_][\w ,&/’'()-]{2,50}:?[*_]{0,3}:?")
_MOST_WORDS = 6


@dataclass(frozen=True, slots=True)
class ListGroup:
    """Entries with no heading between them.

    Attributes:
        heading: what heads them besides the heading of the list, if anything does.
        entries: in the order in which they are typed.
    """

    heading: Paragraph | None
    entries: Sequence[CheckedEntry]


def list_groups(essay: CheckedEssay) -> Sequence[ListGroup]:
    """Return the groups of the typed list of an essay; one, if nothing divides it."""
    groups: list[ListGroup] = []
    entries: list[CheckedEntry] = []
    heading: Paragraph | None = None
    last = _heading_index(essay)
    for entry in essay.entries:
        here = essay.index_at(entry.read.span.start, entry.read.part)
        divider = _divider(essay, last, here)
        if divider and entries:
            groups.append(ListGroup(heading, entries))
            entries = []
        heading = divider or heading
        entries.append(entry)
        last = here
    return [*groups, ListGroup(heading, entries)] if entries else []


def heading_of_list(essay: CheckedEssay) -> Paragraph | None:
    """Return the heading of the typed list, if it has one."""
    index = _heading_index(essay)
    return None if index is None else essay.paragraphs[index]


def _heading_index(essay: CheckedEssay) -> int | None:
    """Return the index of the heading of the list."""
    typed = essay.typed_list
    if typed is None or typed.heading is None:
        return None
    return essay.index_at(typed.heading.start, typed.part)


def _divider(
    essay: CheckedEssay, last: int | None, here: int | None
) -> Paragraph | None:
    """Return the heading between two entries of the list."""
    if last is None or here is None:
        return None
    between = [*_headings(essay.paragraphs[last + 1 : here])]
    return between[0] if between else None


def _headings(paragraphs: Sequence[Paragraph]) -> Iterator[Paragraph]:
    for paragraph in paragraphs:
        text = paragraph.text.strip()
        is_line = _HEADING_LINE.fullmatch(text) and len(text.split()) <= _MOST_WORDS
        if paragraph.kind == "heading" or is_line:
            yield paragraph
