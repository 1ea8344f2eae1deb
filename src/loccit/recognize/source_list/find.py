"""Find the list of sources in an essay.

The list of cited works counts, in all its parts; works to read besides do if the essay
cites them, and notes if they are numbered references, where there is no such list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from loccit._startup.namedtuple import NamedTuple
from loccit.essays.paragraph import Paragraph
from loccit.model import Span
from loccit.recognize.source_list.blocks import Block
from loccit.recognize.source_list.cited import is_cited
from loccit.recognize.source_list.entries import make_entries
from loccit.recognize.source_list.found import FoundList
from loccit.recognize.source_list.headings import ListHeading, list_headings
from loccit.recognize.source_list.section import section_blocks
from loccit.recognize.source_list.unheaded import unheaded_blocks
from loccit.values.list_headings import ListKind


class Section(NamedTuple):
    """A list below its heading."""

    heading: ListHeading | None
    blocks: list[Block]

    @property
    def kind(self) -> ListKind | None:
        """What its heading says that it is."""
        return self.heading.kind if self.heading else None

    @property
    def begins(self) -> int:
        """The index of its first paragraph."""
        return self.heading.paragraph if self.heading else self.blocks[0].paragraph

    @property
    def end(self) -> int:
        """The index of the paragraph after it."""
        return self.blocks[-1].paragraph + 1

    def indices(self, paragraphs: Sequence[Paragraph]) -> Iterator[int]:
        """Yield the indices of its paragraphs; footnotes are not in it, nor is one with
        text above the heading.
        """
        has_text = self.heading is not None and self.heading.start > 0
        for index in range(self.begins + has_text, self.end):
            if paragraphs[index].kind != "note":
                yield index


def find_list(paragraphs: Sequence[Paragraph]) -> FoundList | None:
    """Find the list of sources in the paragraphs of an essay.

    Lists of several chapters are one list, whose place is that of the last.
    """
    sections = [*_sections(paragraphs)]
    cited = _cited(sections)
    if cited:
        return _found(cited, paragraphs)
    others = {block.paragraph for section in sections for block in section.blocks}
    blocks = unheaded_blocks(paragraphs, others)
    if blocks:
        return _found([Section(None, blocks)], paragraphs)
    used = [each for each in sections if _is_used(each, paragraphs)]
    return _found(used[-1:], paragraphs) if used else None


def _is_used(section: Section, paragraphs: Sequence[Paragraph]) -> bool:
    """Return whether a list of other works or of notes has cited works."""
    if section.kind == "reading":
        return is_cited(section.blocks, paragraphs)
    return section.kind == "notes" and all(block.is_item for block in section.blocks)


def _cited(sections: Sequence[Section]) -> list[Section]:
    """Return the lists of cited works; if one has a sure heading, those with a sure one,
    and those just below them: "Further References".
    """
    cited = [each for each in sections if each.kind in ("cited", "part")]
    sure: list[Section] = []
    for section in cited:
        is_sure = section.heading and section.heading.is_sure
        if is_sure or (sure and section.begins == sure[-1].end):
            sure.append(section)
    return sure or cited


def _sections(paragraphs: Sequence[Paragraph]) -> Iterator[Section]:
    """Yield the lists below headings."""
    headings = [*list_headings(paragraphs)]
    for heading, following in zip_longest(headings, headings[1:]):
        blocks = section_blocks(paragraphs, heading, following)
        if blocks:
            yield Section(heading, blocks)


def _found(
    sections: Sequence[Section], paragraphs: Sequence[Paragraph]
) -> FoundList | None:
    """Put the entries of some sections together."""
    lists = [[*make_entries(section.blocks, paragraphs)] for section in sections]
    entries = tuple(entry for of_section in lists for entry in of_section)
    if not entries:
        return None
    first = _first_of_last(sections)
    inside = [entry for of_section in lists[first:] for entry in of_section] or entries
    heading = sections[first].heading
    place = None
    if heading:
        paragraph = paragraphs[heading.paragraph]
        place = paragraph.span(heading.start, heading.end)
    indices = {index for section in sections for index in section.indices(paragraphs)}
    span = Span(inside[0].span.start, inside[-1].span.end)
    return FoundList(place, span, entries[0].part, frozenset(indices), entries)


def _first_of_last(sections: Sequence[Section]) -> int:
    """Return the index of the first of the last sections that nothing separates, as
    those of parts of a list.
    """
    first = len(sections) - 1
    while first > 0 and sections[first].begins <= sections[first - 1].end:
        first -= 1
    return first
