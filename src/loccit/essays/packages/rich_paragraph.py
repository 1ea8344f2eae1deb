"""A paragraph of a document as rich text, with the marks that entries can have."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby, pairwise

from loccit.essays.paragraph import Mark as ParagraphMark
from loccit.essays.paragraph import Paragraph
from loccit.model import Mark, RichText

_MARKS = {
    "emphasis": Mark("font-style", "italic"),
    "strong": Mark("font-weight", "bold"),
    "superscript": Mark("vertical-align", "sup"),
    "subscript": Mark("vertical-align", "sub"),
}
_KNOWN = frozenset(_MARKS.values())
#: What precedes and follows a block of an entry (CSL 1.0.2, "display"), as paragraphs
#: have it.
_EDGES = {"left-margin": ("", "\t"), "right-inline": ("", "")}


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


def shown_text(text: RichText) -> str:
    """Return the characters of a text as a paragraph has them."""
    return "".join([stretch for _, stretch in _characters(text)])


def looks_like(paragraph: Paragraph, text: RichText) -> bool:
    """Return whether a paragraph says a text, with the same marks; a link more or less
    makes no difference.
    """
    return _stretches(rich_text(paragraph)) == _stretches(text)


def _stretch(text: str, start: int, marks: list[ParagraphMark]) -> RichText:
    """Return characters under the marks that they have."""
    found = RichText.of(text)
    for mark in marks:
        if mark.start <= start < mark.end:
            found = found.marked(_MARKS[mark.kind])
    return found


def _stretches(text: RichText) -> list[tuple[frozenset[Mark], str]]:
    """Return the longest stretches of one look, each with its marks."""
    characters = (each for each in _characters(text) if each[1])
    groups = groupby(characters, lambda each: each[0])
    return [(marks, "".join([each[1] for each in group])) for marks, group in groups]


def _characters(
    text: RichText, around: frozenset[Mark] = frozenset()
) -> Iterator[tuple[frozenset[Mark], str]]:
    """Yield stretches of one look."""
    for node in text.nodes:
        if isinstance(node, str):
            yield around, node
            continue
        others = {mark for mark in around if mark.name != node.mark.name}
        own = {node.mark} & _KNOWN
        before, after = _edges(node.mark)
        yield around, before
        yield from _characters(node.content, frozenset(others | own))
        yield around, after


def _edges(mark: Mark) -> tuple[str, str]:
    """Return what is written before and after a block of an entry."""
    if mark.name != "display":
        return "", ""
    return _EDGES.get(mark.value, ("\n", "\n"))
