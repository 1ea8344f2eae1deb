"""Find the citations that somebody typed in the text, if there may be any."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from loccit._startup.regex import regex
from loccit.bibliography import Library
from loccit.essays.paragraph import Paragraph
from loccit.recognize.typed_citation import TypedCitation
from loccit.recognize.typed_list import TypedEntry

#: Without a list, only these make a citation likely: a year, or a word instead of one, in
#: brackets; a page in brackets; "et al."; "ibid."; a page after a name and a quotation; a
#: personal communication.
_LIKELY = regex(
    r"[(\[{（][^()\[\]{}]{0,300}(?:(?:1[5-9]|20)\d\d(?!\d)|n\.\s?d\.|in press|forthcoming)"
    r"|\(\s?(?:pp?|S|para)\.?\s?\d|\bet\.? al|(?i:\bibid|\bop\. cit|\bpers(?:onal|\.) comm)"
    r"|[\"”»]\s?\([A-Z][^()]{1,60}\d\)"
)
#: With one, any brackets, years and superscripts may.
_POSSIBLE = regex(r"[(\[{（【¹²³⁴-⁹]|(?:1[5-9]|20)\d\d|(?i:\bibid|\bcit\.)")


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
    likely = _POSSIBLE if entries else _LIKELY
    if not any(
        likely.search(paragraph.text) or _has_superscript(paragraph)
        for index, paragraph in enumerate(paragraphs)
        if index not in skipped
    ):
        return []
    # Most essays have no typed citations, and need none of the modules behind this.
    from loccit.recognize.citations.search import search

    return search(paragraphs, entries, library, skipped)


def _has_superscript(paragraph: Paragraph) -> bool:
    return any(mark.kind == "superscript" for mark in paragraph.marks)
