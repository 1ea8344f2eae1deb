"""Put a new reference list in the place of paragraphs.

Each paragraph that is there gets the text of an entry, so that what else it holds stays:
its format, bookmarks, the ends of a field.  Further entries are paragraphs like the last
one; what is left over goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import zip_longest
from typing import TypeAlias

from loccit.essays.packages.rich_paragraph import looks_like, rich_text
from loccit.essays.packages.story import StoryParagraph
from loccit.essays.packages.text_edits import text_edits
from loccit.essays.packages.writer import Writer
from loccit.model import Edit, RichText, Span
from loccit.output import Entry

#: Returns the paragraph with a character of a part.
FindParagraph: TypeAlias = Callable[[int, str], StoryParagraph | None]


def replace_paragraphs(
    there: Sequence[StoryParagraph],
    blocks: Sequence[Entry | Span],
    find: FindParagraph,
    writer: Writer,
) -> list[Edit]:
    """Return the edits that make entries of paragraphs.

    Args:
        there: the paragraphs, in order; at least one.
        blocks: the entries: new ones, and the places of old ones.
        find: finds the paragraph of such a place.
        writer: writes text.
    """
    part = there[0].paragraph.part
    texts = [_text(block, part, find) for block in blocks]
    edits: list[Edit] = []
    added: list[RichText] = []
    for old, new in zip_longest(there, texts):
        if old is None:
            added.append(new)
        elif new is None:
            edits += _removal(old)
        else:
            edits += _with_text(old, new, writer)
    if added:
        last = there[-1]
        new_paragraphs = "".join(writer.paragraph(text, last) for text in added)
        end = last.element.end
        edits.append(Edit(Span(end, end), new_paragraphs, part))
    return edits


def _text(block: Entry | Span, part: str, find: FindParagraph) -> RichText:
    if isinstance(block, Entry):
        return block.text
    paragraph = find(block.start, part)
    return rich_text(paragraph.paragraph) if paragraph else RichText()


def _with_text(old: StoryParagraph, text: RichText, writer: Writer) -> Iterator[Edit]:
    """Yield the edits that give a paragraph another text; none where it has it."""
    if looks_like(old.paragraph, text):
        return
    yield from text_edits(old, 0, len(old.paragraph.text), text, writer)


def _removal(old: StoryParagraph) -> Iterator[Edit]:
    """Yield the edit that removes a paragraph."""
    yield Edit(old.element.span, "", old.paragraph.part)
