"""What somebody typed in a paragraph, and not what a program keeps there."""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.dataclass import replace
from loccit.essays.mapped_text import MappedText, Piece
from loccit.essays.packages.story import StoryParagraph
from loccit.essays.paragraph import Paragraph


def typed_paragraph(shown: StoryParagraph, *, has_live: bool) -> Paragraph:
    """Return a paragraph with blanks in the place of live citations.

    Args:
        shown: the paragraph.
        has_live: whether the document has live citations; then a program makes its list
            of them, and paragraphs of the list are blank.
    """
    paragraph = shown.paragraph
    kept = [each for each in shown.fields if each.what == "citation"]
    stretches = [(each.start, each.end) for each in kept]
    if shown.in_list and has_live:
        stretches = [(0, len(paragraph.text))]
    if not stretches:
        return paragraph
    pieces = _blanked(paragraph.mapped, stretches)
    return replace(paragraph, mapped=MappedText.join(pieces, paragraph.part))


def _blanked(mapped: MappedText, stretches: list[tuple[int, int]]) -> Iterator[Piece]:
    """Yield the pieces of a text, with blanks for some stretches of it."""
    done = 0
    for start, end in sorted(stretches):
        if start < done or end <= start:
            continue
        yield from mapped.pieces(done, start)
        for piece in mapped.pieces(start, end):
            yield piece._replace(text=" " * len(piece.text))
        done = end
    yield from mapped.pieces(done, len(mapped.text))
