"""Write live citations: new texts and codes for those that are there, and new ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeAlias

from loccit.essays.live_citations import BrokenCode, with_printed
from loccit.essays.packages.code_edits import code_edits
from loccit.essays.packages.rich_paragraph import rich_text, shows
from loccit.essays.packages.story import LiveField, StoryParagraph
from loccit.essays.packages.text_edits import text_edits
from loccit.essays.packages.writer import Writer
from loccit.model import Edit, RichText, Span

#: Returns the text of a part.
PartText: TypeAlias = Callable[[str], str]


def renewed(
    field: LiveField,
    paragraph: StoryParagraph,
    span: Span,
    text: RichText,
    writer: Writer,
    part_text: PartText,
) -> list[Edit]:
    """Give a live citation another text, and say so in its code.

    Args:
        field: the live citation.
        paragraph: the paragraph that it is in.
        span: what the text replaces; it may reach beyond the field.
        text: what the citation says.
        writer: writes text.
        part_text: returns the text of a part.
    """
    edits = _around(field, paragraph, span, writer)
    there = rich_text(paragraph.paragraph, field.start, field.end)
    if not shows(there, text):
        edits += text_edits(paragraph, field.start, field.end, text, writer)
        edits += _renewed_code(field, text, part_text)
    return edits


def converted(
    field: LiveField,
    paragraph: StoryParagraph,
    span: Span,
    text: RichText,
    writer: Writer,
    code: str | None,
) -> list[Edit]:
    """Make of a live citation one of another program, or text.

    Args:
        field, paragraph, span, text, writer: as for `renewed`.
        code: the other code; None makes text of it.
    """
    edits = writer.converted(field, paragraph, text, code)
    return [*edits, *_around(field, paragraph, span, writer)]


def _around(
    field: LiveField, paragraph: StoryParagraph, span: Span, writer: Writer
) -> list[Edit]:
    """Remove what a text replaces beyond the field."""
    mapped = paragraph.paragraph.mapped
    start, end = mapped.position(span.start), mapped.position(span.end)
    edits: list[Edit] = []
    if start < field.start:
        edits += text_edits(paragraph, start, field.start, RichText(), writer)
    if field.end < end:
        edits += text_edits(paragraph, field.end, end, RichText(), writer)
    return edits


def _renewed_code(
    field: LiveField, text: RichText, part_text: PartText
) -> Iterator[Edit]:
    try:
        code = with_printed(field.code, text)
    except BrokenCode:
        return
    written = [(field.place, field.code.text, code.text)]
    written += zip(field.data, field.code.data, code.data, strict=True)
    for place, old, new in written:
        if old != new:
            yield from code_edits(place, old, new, part_text(place.part))


def moved_code(field: LiveField, text: RichText) -> str | None:
    """Return the code of a live citation for another place, where it says a text; None
    if its program keeps more than a code.
    """
    if field.code.data:
        return None
    try:
        code = with_printed(field.code, text)
    except BrokenCode:
        return None
    return code.text.strip().removeprefix("ADDIN").strip()
