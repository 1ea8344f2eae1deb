"""A paragraph of a document as rich text, with the marks that entries can have."""

from __future__ import annotations

from itertools import pairwise

from loccit.essays.paragraph import Mark as ParagraphMark
from loccit.essays.paragraph import Paragraph
from loccit.model import Mark, RichText

_MARKS = {
    "emphasis": Mark("font-style", "italic"),
    "strong": Mark("font-weight", "bold"),
    "superscript": Mark("vertical-align", "sup"),
    "subscript": Mark("vertical-align", "sub"),
}


def rich_text(paragraph: Paragraph) -> RichText:
    """Return the text of a paragraph with its marks; links lose their address."""
    known = [mark for mark in paragraph.marks if mark.kind in _MARKS]
    bounds = {0, len(paragraph.text)}
    for mark in known:
        bounds |= {mark.start, mark.end}
    places = sorted(bounds)
    text = RichText()
    for start, end in pairwise(places):
        text += _stretch(paragraph.text[start:end], start, known)
    return text


def _stretch(text: str, start: int, marks: list[ParagraphMark]) -> RichText:
    """Return characters under the marks that they have."""
    found = RichText.of(text)
    for mark in marks:
        if mark.start <= start < mark.end:
            found = found.marked(_MARKS[mark.kind])
    return found
