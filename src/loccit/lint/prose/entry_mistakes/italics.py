"""Italics in the entries of a typed list."""

from __future__ import annotations

from loccit._startup.regex import regex
from loccit.lint.checked import CheckedEntry, CheckedEssay
from loccit.model import Edit, Mark, RichText, Span

#: Works that are in a journal, newspaper or book, whose titles are plain.
IN_CONTAINERS = frozenset(
    [
        "article-journal",
        "article-magazine",
        "article-newspaper",
        "chapter",
        "entry-dictionary",
        "entry-encyclopedia",
        "paper-conference",
        "review",
    ]
)
#: Formats whose italics end before a space or a stop, not before a bracket.
_WITH_SPACE = ("org", "rst")
#: An issue after its volume.
_BRACKETS = regex(r"\([^()\s]{1,12}\)")
#: Marks with which a title may begin.
QUOTATION_MARKS = "“\"‘'«„"
ITALIC = Mark("font-style", "italic")
#: Of so many letters in italics, a text is in italics; of fewer than the other, it is not.
_MOST, _FEW = 0.9, 0.2


def list_has_italics(essay: CheckedEssay) -> bool:
    """Return whether anything of the typed list is in italics."""
    return any(entry.has_italics for entry in essay.entries)


def is_italic(entry: CheckedEntry, start: int, end: int) -> bool:
    """Return whether a part of an entry is in italics."""
    return _share(entry, start, end) >= _MOST


def is_upright(entry: CheckedEntry, start: int, end: int) -> bool:
    """Return whether a part of an entry is not in italics."""
    return _share(entry, start, end) < _FEW


def _share(entry: CheckedEntry, start: int, end: int) -> float:
    """Return how much of a part is in italics, counted in letters and digits."""
    whole = sum(map(str.isalnum, entry.text[start:end]))
    italic = sum(map(str.isalnum, entry.italic_in(start, end)))
    return italic / max(whole, 1)


def with_italics(
    essay: CheckedEssay, entry: CheckedEntry, start: int, end: int
) -> tuple[Edit, ...]:
    """Return the edits that set a part of an entry in italics, which replace bold
    letters; none, if bold letters begin or end amid it.
    """
    text = RichText.of(entry.text[start:end]).marked(ITALIC)
    for mark in entry.marks:
        if mark.kind == "strong" and mark.start < end and start < mark.end:
            if mark.whole is None or (mark.start, mark.end) != (start, end):
                return ()
            return essay.rewritten(mark.whole, entry.mapped.part, text)
    # Some markup must know what follows: in reStructuredText, a bracket does not end it.
    after = _BRACKETS.match(entry.text, end)
    if after:
        text += RichText.of(after[0])
        end = after.end()
    return essay.retyped(entry.mapped, start, end, text)


def before_bracket(
    essay: CheckedEssay, entry: CheckedEntry, start: int, end: int, new: str
) -> tuple[Edit, ...]:
    """Return the edits that put a text in brackets right after italics that end at
    `start`, in markup that a bracket does not end; none in other markup.
    """
    if essay.essay.format not in _WITH_SPACE:
        return ()
    for mark in entry.marks:
        if mark.kind == "emphasis" and mark.end == start and mark.whole:
            italic = RichText.of(entry.text[mark.start : start]).marked(ITALIC)
            span = Span(mark.whole.start, entry.mapped.span(start, end).end)
            return essay.rewritten(span, entry.mapped.part, italic + RichText.of(new))
    return ()


def without_italics(
    essay: CheckedEssay, entry: CheckedEntry, start: int, end: int
) -> tuple[Edit, ...]:
    """Return the edits that set a part of an entry in plain letters; none, if the place
    of the markup is not known, or it has other markup inside.
    """
    edits: list[Edit] = []
    for mark in entry.marks:
        if mark.kind == "emphasis" and mark.start < end and start < mark.end:
            if mark.whole is None:
                return ()
            first, last = max(start, mark.start), min(end, mark.end)
            text = entry.text
            rich = (
                RichText.of(text[mark.start : first]).marked(ITALIC)
                + RichText.of(text[first:last])
                + RichText.of(text[last : mark.end]).marked(ITALIC)
            )
            edits += essay.rewritten(mark.whole, entry.mapped.part, rich)
    return tuple(edits)
