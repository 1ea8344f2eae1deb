"""What a text says and how it looks, to compare what is printed with what is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import groupby, pairwise
from typing import TypeAlias

from loccit._startup.regex import regex
from loccit.essays.paragraph import Mark as ParagraphMark
from loccit.essays.paragraph import Paragraph
from loccit.model import Mark, Marked, RichText
from loccit.output import split_margin

_MARKS = {
    "emphasis": Mark("font-style", "italic"),
    "strong": Mark("font-weight", "bold"),
    "superscript": Mark("vertical-align", "sup"),
    "subscript": Mark("vertical-align", "sub"),
}
#: What a text without marks looks like in a paragraph that begins with one.
_UNMARKED = {
    "emphasis": Mark("font-style", "normal"),
    "strong": Mark("font-weight", "normal"),
    "superscript": Mark("vertical-align", "baseline"),
    "subscript": Mark("vertical-align", "baseline"),
}
_DIGIT = regex(r"[0-9]")
_KNOWN = frozenset(_MARKS.values())
#: What precedes and follows a block of an entry (CSL 1.0.2, "display"), as paragraphs
#: have it.
_EDGES = {"left-margin": ("", "\t"), "right-inline": ("", "")}

#: Stretches of characters, each with the marks that readers see.
Appearance: TypeAlias = tuple[tuple[frozenset[Mark], str], ...]


def rich_text(paragraph: Paragraph, start: int = 0, end: int | None = None) -> RichText:
    """Return the text of a paragraph, `text[start:end]`, with its marks; links lose
    their address.
    """
    stop = len(paragraph.text) if end is None else end
    known = [mark for mark in paragraph.marks if mark.kind in _MARKS]
    bounds = {start, stop}
    for mark in known:
        bounds |= {mark.start, mark.end}
    places = sorted(bound for bound in bounds if start <= bound <= stop)
    text = RichText()
    for start, end in pairwise(places):
        text += _stretch(paragraph.text[start:end], start, known)
    return text


def shown_text(text: RichText) -> str:
    """Return the characters of a text as a paragraph has them."""
    return "".join([stretch for _, stretch in _characters(text)])


def without_marks_at(
    paragraph: Paragraph,
    position: int,
    text: RichText,
    kinds: Collection[str] = frozenset(_UNMARKED),
) -> RichText:
    """Return a text that does not take on the marks of the character at a position, of
    the kinds named.
    """
    for mark in paragraph.marks:
        if mark.start <= position < mark.end and mark.kind in kinds:
            text = text.marked(_UNMARKED[mark.kind])
    return text


def unnumbered(text: RichText, paragraph: Paragraph | None) -> RichText:
    """Return what is typed of an entry in a paragraph like another one: without its
    number, if these paragraphs are numbered.
    """
    is_numbered = paragraph is not None and _DIGIT.search(paragraph.marker)
    parts = split_margin(text) if is_numbered else None
    return parts[1] if parts else text


def appearance(text: RichText) -> Appearance:
    """Return what readers see of a text: the longest stretches of one look, each with
    its marks.  A link more or less makes no difference.

    >>> italic = RichText.of("b").marked(Mark("font-style", "italic"))
    >>> appearance(RichText.of("a") + RichText.of("a") + italic)[0]
    (frozenset(), 'aa')
    """
    characters = (each for each in _characters(text) if each[1])
    groups = groupby(characters, lambda each: each[0])
    return tuple(
        [(marks, "".join([each[1] for each in group])) for marks, group in groups]
    )


def shows(there: RichText, text: RichText) -> bool:
    """Return whether what is there says a text and looks like it.

    Text takes the look of what it replaces, so that all of it may be italic besides,
    unless it says that it is not.

    >>> italic = RichText.of("a").marked(Mark("font-style", "italic"))
    >>> shows(italic, RichText.of("a")), shows(RichText.of("a"), italic)
    (True, False)
    >>> shows(italic, RichText.of("a").marked(Mark("font-style", "normal")))
    False
    """
    old, new = appearance(there), appearance(text)
    shared = _shared(old)
    if shared & _undone(text):
        return False
    return _shared(new) <= shared and _without(old, shared) == _without(new, shared)


def _undone(text: RichText) -> frozenset[Mark]:
    """Return the marks that a text as a whole is said not to have, as upright."""
    marks = [node.mark for node in text.nodes if isinstance(node, Marked)]
    if len(marks) < len(text.nodes):
        return frozenset()
    return frozenset(
        _MARKS[kind] for kind, mark in _UNMARKED.items() if {mark} == set(marks)
    )


def _shared(look: Appearance) -> frozenset[Mark]:
    """Return the marks that all characters have."""
    marks = [each for each, _ in look]
    return frozenset.intersection(*marks) if marks else frozenset()


def _without(look: Appearance, marks: frozenset[Mark]) -> Appearance:
    return tuple([(each - marks, text) for each, text in look])


def _stretch(text: str, start: int, marks: list[ParagraphMark]) -> RichText:
    """Return characters under the marks that they have."""
    found = RichText.of(text)
    for mark in marks:
        if mark.start <= start < mark.end:
            found = found.marked(_MARKS[mark.kind])
    return found


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
