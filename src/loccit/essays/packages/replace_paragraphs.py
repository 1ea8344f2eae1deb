"""Put a new reference list in the place of paragraphs.

A paragraph whose text is in the new list stays; others get the text of an entry, so that
what else they hold stays: their format, bookmarks, the ends of a field.  Further entries
are paragraphs like the one before; what is left over goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias

from loccit._startup.namedtuple import NamedTuple
from loccit.essays.packages.rich_paragraph import (
    Appearance,
    appearance,
    rich_text,
    unnumbered,
    without_marks_at,
)
from loccit.essays.packages.story import StoryParagraph
from loccit.essays.packages.text_edits import text_edits
from loccit.essays.packages.writer import Writer
from loccit.model import Edit, RichText, Span
from loccit.output import Entry

#: Returns the paragraph with a character of a part.
FindParagraph: TypeAlias = Callable[[int, str], StoryParagraph | None]


class _Line(NamedTuple):
    """An entry of the new list."""

    text: RichText
    seen: Appearance


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
    texts = (_text(block, part, find) for block in blocks)
    lines = [_line(unnumbered(text, there[0].paragraph)) for text in texts]
    return [*_Replacement(there, lines, writer).edits()]


class _Replacement:
    """Puts lines in the place of paragraphs."""

    def __init__(
        self, there: Sequence[StoryParagraph], lines: Sequence[_Line], writer: Writer
    ) -> None:
        self._there = there
        self._lines = lines
        self._writer = writer

    def edits(self) -> Iterator[Edit]:
        """Yield the edits, in order."""
        for first, last, start, end in self._stretches():
            old, new = self._there[first:last], self._lines[start:end]
            count = min(len(old), len(new))
            for paragraph, line in zip(old, new, strict=False):
                yield from self._filled(paragraph, line.text)
            for paragraph in old[count:]:
                yield from self._removed(paragraph)
            if new[count:]:
                yield self._added(first + count, [line.text for line in new[count:]])

    def _stretches(self) -> Iterator[tuple[int, int, int, int]]:
        """Yield the paragraphs that change, and the lines in their place.

        Nothing goes before a first paragraph that may hold the beginning of a field.
        """
        there, lines = self._there, self._lines
        old = [appearance(rich_text(each.paragraph)) for each in there]
        new = [line.seen for line in lines]
        begins_list = any(each.what == "list" for each in there[0].fields)
        may_move = not begins_list and old[0] in new
        pinned = (
            1 if lines and not may_move and self._writer.holds_more(there[0]) else 0
        )
        if pinned and old[0] != new[0]:
            yield 0, 1, 0, 1
        matcher = SequenceMatcher(None, old[pinned:], new[pinned:], autojunk=False)
        for tag, first, last, start, end in matcher.get_opcodes():
            if tag != "equal":
                yield first + pinned, last + pinned, start + pinned, end + pinned

    def _filled(self, old: StoryParagraph, text: RichText) -> list[Edit]:
        """Return the edits that give a paragraph another text."""
        if self._writer.holds_more(old):
            text = without_marks_at(old.paragraph, 0, text)
            return text_edits(old, 0, len(old.paragraph.text), text, self._writer)
        return [self._writer.refilled(old, text)]

    def _removed(self, old: StoryParagraph) -> list[Edit]:
        """Return the edits that remove a paragraph; one that holds more loses its text."""
        if self._writer.holds_more(old) or old.paragraph.kind == "cell":
            return text_edits(old, 0, len(old.paragraph.text), RichText(), self._writer)
        return [Edit(old.element.span, "", old.paragraph.part)]

    def _added(self, index: int, texts: Sequence[RichText]) -> Edit:
        """Return the edit that adds paragraphs before the one of an index."""
        if index:
            return self._writer.added_after(self._there[index - 1], texts)
        like = self._there[0]
        written = "".join(self._writer.paragraph(text, like) for text in texts)
        place = Span(like.element.start, like.element.start)
        return Edit(place, written, like.paragraph.part)


def _line(text: RichText) -> _Line:
    return _Line(text, appearance(text))


def _text(block: Entry | Span, part: str, find: FindParagraph) -> RichText:
    if isinstance(block, Entry):
        return block.text
    paragraph = find(block.start, part)
    return rich_text(paragraph.paragraph) if paragraph else RichText()
