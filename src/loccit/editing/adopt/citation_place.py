"""The place of a typed citation, where a citation by key goes."""

from __future__ import annotations

from loccit._startup.namedtuple import NamedTuple
from loccit.essays import Document, Essay
from loccit.essays.paragraph import Mark, Paragraph
from loccit.model import Edit, Span
from loccit.recognize import TypedCitation

_SPACE = " \t\r\n"
#: What may precede a citation without a space.
_OPENING = "([{“‘«"
#: Raised numbers follow these, and citations in brackets precede them.
_PUNCTUATION = ".,;:"
#: Raised figures of Unicode.
_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"


class CitationPlace(NamedTuple):
    """Where a citation by key goes.

    Attributes:
        span: what it replaces.
        part: the part of the essay.
        before, after: what is between it and the text around it.
    """

    span: Span
    part: str
    before: str = ""
    after: str = ""

    def edit(self, new: str, document: Document) -> Edit | None:
        """Put a citation there; None if nothing can be typed there."""
        text = f"{self.before}{new}{self.after}"
        return document.typed(self.span, self.part, text)


def place_of(citation: TypedCitation, essay: Essay) -> CitationPlace:
    """Return the place of a typed citation.

    A number that is raised follows a word and its punctuation directly; the citation by
    key gets a space before it, and the punctuation after it.
    """
    if citation.mode != "numeric":
        return CitationPlace(citation.span, citation.part)
    paragraph = essay.document.paragraphs[citation.paragraph]
    raised = _raised(citation, paragraph)
    span = raised.whole if raised and raised.whole else citation.span
    before = paragraph.text[citation.start - 1 : citation.start]
    if not before or before in _SPACE + _OPENING:
        return CitationPlace(span, citation.part)
    is_raised = raised or citation.text[0] in _RAISED
    if not is_raised or before not in _PUNCTUATION:
        return CitationPlace(span, citation.part, " ")
    first = paragraph.span(citation.start - 1, citation.start)
    return CitationPlace(Span(first.start, span.end), citation.part, " ", before)


def _raised(citation: TypedCitation, paragraph: Paragraph) -> Mark | None:
    """Return the markup that raises a citation."""
    for mark in paragraph.marks_in(citation.start, citation.end):
        is_all = mark.start == citation.start and mark.end == citation.end
        if is_all and mark.kind == "superscript":
            return mark
    return None
