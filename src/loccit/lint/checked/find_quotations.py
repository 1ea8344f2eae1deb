"""Find what an essay quotes: between marks, and in blocks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.regex import regex
from loccit.essays.paragraph import Paragraph
from loccit.lint.checked.citation import CheckedCitation
from loccit.lint.checked.quotation import Quotation

#: Each kind of marks: straight and curly, German, French.
_QUOTED = regex(
    r"“(?:[^“”]|“[^“”]*”)*”|„[^„“”]*[“”]|«[^«»]*»|»[^«»]*«|(?<![\w\"])\"[^\"]*\"(?!\w)"
)
#: What may be between a quotation and its citation.
_BETWEEN = regex(r"[\s.,;:!?…]*")


def find_quotations(
    paragraphs: Sequence[Paragraph], citations: Sequence[CheckedCitation]
) -> Iterator[Quotation]:
    """Yield the quotations of an essay, in document order."""
    for index, paragraph in enumerate(paragraphs):
        own = [each for each in citations if each.read.paragraph == index]
        if paragraph.is_quoted:
            yield _block(paragraph, own)
            continue
        for found in _QUOTED.finditer(paragraph.text):
            yield _run_in(paragraph, found.start(), found.end(), own)


def _block(paragraph: Paragraph, citations: Sequence[CheckedCitation]) -> Quotation:
    end = len(paragraph.text)
    citation = citations[-1] if citations else None
    if citation:
        end = citation.start
    return Quotation(paragraph, 0, end, is_block=True, citation=citation)


def _run_in(
    paragraph: Paragraph, start: int, end: int, citations: Sequence[CheckedCitation]
) -> Quotation:
    opening, closing = paragraph.text[start], paragraph.text[end - 1]
    after = [
        each
        for each in citations
        if each.start >= end and _BETWEEN.fullmatch(paragraph.text, end, each.start)
    ]
    citation = after[0] if after else None
    return Quotation(paragraph, start, end, opening, closing, citation=citation)
