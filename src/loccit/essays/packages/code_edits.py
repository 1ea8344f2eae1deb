"""Change the code of a live citation where it is written, and only what differs."""

from __future__ import annotations

import html
from collections.abc import Iterator, Sequence

from loccit._startup.regex import regex
from loccit.essays.mapped_text import MappedText, Piece
from loccit.essays.packages.story import CodePlace
from loccit.essays.packages.xml_part import escape
from loccit.model import Edit, Span

#: A reference to a character, a line end, or characters that stand for themselves.
_CHARACTERS = regex(r"&[^;]{1,10};|\r\n?|[^&\r]+")


def code_edits(place: CodePlace, old: str, new: str, part_text: str) -> list[Edit]:
    """Return the edits that make another code of what is written.

    Args:
        place: where the code is written.
        old, new: the codes.
        part_text: the text of the part.

    Returns:
        No edits where the code is not written as it was read.
    """
    if place.kind == "text":
        return _changed(place.spans, place.part, old, new, part_text)
    return [
        edit
        for span in place.spans
        for edit in _changed((span,), place.part, old, new, part_text)
    ]


def _changed(
    spans: Sequence[Span], part: str, old: str, new: str, part_text: str
) -> list[Edit]:
    """Change a code that is written in these stretches."""
    mapped = MappedText.join(_pieces(spans, part_text), part)
    if mapped.text != old:
        return []
    first = _alike(old, new)
    tail = _alike(old[first:][::-1], new[first:][::-1])
    changed = [*_stretches(mapped, first, len(old) - tail)]
    inserted = escape(new[first : len(new) - tail])
    edits = [Edit(span, "", part) for span in changed[1:]]
    return [Edit(changed[0], inserted, part), *edits] if changed else []


def _alike(first: str, second: str) -> int:
    """Return how many characters two texts begin with alike."""
    pairs = zip(first, second, strict=False)
    differences = (number for number, pair in enumerate(pairs) if pair[0] != pair[1])
    return next(differences, min(len(first), len(second)))


def _pieces(spans: Sequence[Span], text: str) -> Iterator[Piece]:
    """Yield the characters of a code with their places."""
    for span in spans:
        for found in _CHARACTERS.finditer(text, span.start, span.end):
            characters = html.unescape(found[0]).replace("\r\n", "\n")
            is_as_is = characters == found[0]
            end = None if is_as_is else found.end()
            yield Piece(characters.replace("\r", "\n"), found.start(), end)


def _stretches(mapped: MappedText, start: int, end: int) -> Iterator[Span]:
    """Yield the places of characters, those side by side together."""
    if start >= end:
        place = mapped.origin(start)
        yield Span(place, place)
        return
    last: Span | None = None
    for piece in mapped.pieces(start, end):
        stop = piece.start + len(piece.text) if piece.end is None else piece.end
        if last and last.end == piece.start:
            last = Span(last.start, stop)
            continue
        if last:
            yield last
        last = Span(piece.start, stop)
    if last:
        yield last
