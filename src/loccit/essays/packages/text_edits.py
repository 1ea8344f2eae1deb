"""Replace characters of a paragraph, and leave all markup among them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from loccit.essays.mapped_text import Piece
from loccit.essays.packages.rich_paragraph import (
    appearance,
    rich_text,
    shows,
    without_marks_at,
)
from loccit.essays.packages.story import StoryParagraph
from loccit.essays.packages.writer import Slot, Writer
from loccit.model import Edit, RichText, Span, apply_edits

#: What needs no space after it.
_OPENING = "([{“‘«—–/"
_POSITIONS = ("superscript", "subscript")


def text_edits(
    paragraph: StoryParagraph,
    start: int,
    end: int,
    text: RichText,
    writer: Writer,
    code: str | None = None,
) -> list[Edit]:
    """Put a text in the place of characters; it looks as the first of them did.

    Args:
        paragraph: the paragraph.
        start, end: the characters in its text.
        text: what stands there instead; an empty one removes them.
        writer: writes it.
        code: of the live citation that the text becomes; None if it is only text.

    Returns:
        No edits where the text is there already.
    """
    there = rich_text(paragraph.paragraph, start, end)
    if code is None and shows(there, text):
        return []
    slots = [*map(writer.widened, _slots(paragraph, start, end))]
    if not slots:
        return []
    new = [writer.removed(slot) for slot in slots]
    text = without_marks_at(paragraph.paragraph, start, text, _left(text))
    if text:
        new[0] = writer.inserted(text, slots[0], code)
    part = paragraph.paragraph.part
    return [Edit(slot.span, each, part) for slot, each in zip(slots, new, strict=True)]


def space_before(
    paragraph: StoryParagraph, start: int, text: RichText, writer: Writer
) -> list[Edit]:
    """Put a space between a word and what was raised after it, if that is no more.

    Args:
        paragraph, text, writer: as for `text_edits`.
        start: where the text begins.
    """
    found = paragraph.paragraph
    was_raised = any(
        mark.kind == "superscript" and mark.start <= start < mark.end
        for mark in found.marks
    )
    run = paragraph.run_at(start - 1)
    before = found.text[max(start - 1, 0) : start].strip(_OPENING)
    if not was_raised or text.begins_raised or run is None or not before.strip():
        return []
    end = found.span(start - 1, start).end
    slot = Slot(run, Span(end, end), found.part)
    return [Edit(slot.span, writer.inserted(RichText.of(" "), slot), slot.part)]


def _left(text: RichText) -> Collection[str]:
    """Return the marks that a text does not take on.  Raised is only what its style
    raises; and an italic title would not show amid italics.
    """
    has_several = len(appearance(text)) > 1
    return (*_POSITIONS, "emphasis") if has_several else _POSITIONS


def joined(edits: Sequence[Edit], text: str) -> Edit:
    """Return one edit that does what several do, with all that is between them.

    Args:
        edits: of one part, at least one, in order.
        text: the text of the part.
    """
    start, end = edits[0].span.start, edits[-1].span.end
    inside = [
        Edit(Span(edit.span.start - start, edit.span.end - start), edit.new)
        for edit in edits
    ]
    new = apply_edits(text[start:end], inside)
    return Edit(Span(start, end), new, edits[0].part)


def _slots(paragraph: StoryParagraph, start: int, end: int) -> Iterator[Slot]:
    """Yield the places of characters, those of one run together."""
    mapped = paragraph.paragraph.mapped
    position, last = start, None
    for piece in mapped.pieces(start, end):
        slot = _slot(paragraph, piece, position)
        position += len(piece.text)
        if last and last.run == slot.run and last.span.end == slot.span.start:
            last = last._replace(span=Span(last.span.start, slot.span.end))
            continue
        if last:
            yield last
        last = slot
    if last:
        yield last


def _slot(paragraph: StoryParagraph, piece: Piece, position: int) -> Slot:
    end = piece.start + len(piece.text) if piece.end is None else piece.end
    run = paragraph.run_at(position)
    assert run is not None, "every character is in a run"
    return Slot(run, Span(piece.start, end), paragraph.paragraph.part)
