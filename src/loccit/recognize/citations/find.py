"""Find the citations that somebody typed in the text."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from loccit._startup.regex import regex
from loccit.bibliography import Library
from loccit.essays.paragraph import Paragraph
from loccit.model import Locator
from loccit.recognize.typed_citation import TypedCitation, TypedCite, TypedMode
from loccit.recognize.typed_list import TypedEntry

_PARENTHETICAL = regex(
    r"\(([A-Z][^\W\d_]+)( et al\.)?,? ((?:1[5-9]|20)\d\d)([a-z]?)(?:, pp?\. ?([\d–-]+))?\)"
)
_NARRATIVE = regex(
    r"\b([A-Z][^\W\d_]+)( et al\.)? \(((?:1[5-9]|20)\d\d)([a-z]?)(?:, pp?\. ?([\d–-]+))?\)"
)
_SHAPES: tuple[tuple[TypedMode, re.Pattern[str]], ...] = (
    ("parenthetical", _PARENTHETICAL),
    ("narrative", _NARRATIVE),
)


def find_citations(
    paragraphs: Sequence[Paragraph],
    entries: Sequence[TypedEntry],
    library: Library,
    skipped: Collection[int] = (),
) -> list[TypedCitation]:
    """Find typed citations, in document order.

    Args:
        paragraphs: those of the essay.
        entries: the essay's own list, whose names are evidence.
        library: the sources, whose names are evidence.
        skipped: the indices of paragraphs where none is looked for, those of the list.
    """
    found: list[TypedCitation] = []
    for index, paragraph in enumerate(paragraphs):
        if index not in skipped:
            found += _in_paragraph(paragraph, index)
    return found


def _in_paragraph(paragraph: Paragraph, index: int) -> Iterator[TypedCitation]:
    for mode, shape in _SHAPES:
        for found in shape.finditer(paragraph.text):
            span = paragraph.span(*found.span())
            locator = Locator("page", found[5]) if found[5] else None
            cite = TypedCite(
                (found[1],), bool(found[2]), found[3], found[4], locator=locator
            )
            yield TypedCitation(
                mode,
                (cite,),
                found[0],
                span,
                paragraph.part,
                index,
                found.start(),
                found.end(),
            )
