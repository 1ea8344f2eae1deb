"""Find the list of sources in an essay.

The list of cited works counts, in all its parts; works to read besides do if the essay
cites them, and notes if they are numbered references, where there is no such list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from loccit.essays.paragraph import Paragraph
from loccit.model import Span
from loccit.recognize.source_list.blocks import Block
from loccit.recognize.source_list.entries import make_entries
from loccit.recognize.source_list.found import FoundList
from loccit.recognize.source_list.headings import ListHeading, list_headings
from loccit.recognize.source_list.section import section_blocks
from loccit.recognize.source_list.unheaded import unheaded_blocks


class Section(NamedTuple):
    """A list below its heading."""

    heading: ListHeading
    blocks: list[Block]


def find_list(paragraphs: Sequence[Paragraph]) -> FoundList | None:
    """Find the list of sources in the paragraphs of an essay."""
    sections = [*_sections(paragraphs)]
    cited = _cited(sections)
    if cited:
        blocks = [block for section in cited for block in section.blocks]
        return _found(paragraphs, cited[0].heading, blocks)
    blocks = unheaded_blocks(paragraphs, ())
    return _found(paragraphs, None, blocks) if blocks else None


def _cited(sections: Sequence[Section]) -> list[Section]:
    """Return the lists of cited works, of those with a sure heading if one has it."""
    cited = [each for each in sections if each.heading.kind in ("cited", "part")]
    sure = [each for each in cited if each.heading.is_sure]
    return sure or cited


def _sections(paragraphs: Sequence[Paragraph]) -> Iterator[Section]:
    """Yield the lists below headings."""
    headings = [*list_headings(paragraphs)]
    ends = [*[heading.paragraph for heading in headings], len(paragraphs)]
    for heading, end in zip(headings, ends[1:], strict=True):
        blocks = section_blocks(paragraphs, heading, end)
        if blocks:
            yield Section(heading, blocks)


def _found(
    paragraphs: Sequence[Paragraph],
    heading: ListHeading | None,
    blocks: Sequence[Block],
) -> FoundList:
    entries = tuple(make_entries(blocks, paragraphs))
    indices = {block.paragraph for block in blocks}
    place = None
    if heading:
        paragraph = paragraphs[heading.paragraph]
        place = paragraph.span(heading.start, heading.end)
        indices.add(heading.paragraph)
    span = Span(entries[0].span.start, entries[-1].span.end)
    return FoundList(place, span, entries[0].part, frozenset(indices), entries)
