"""Read the paragraphs of a part as Word shows them (ECMA-376, Part 1, section 17).

Deleted text is not shown, nor are the codes of fields; text boxes are paragraphs of
their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.dataclass import replace
from loccit.essays.formats.docx.paragraph_reader import (
    ParagraphReader,
    shown_alternative,
)
from loccit.essays.formats.docx.story_source import StorySource
from loccit.essays.formats.docx.stretches import Stretches
from loccit.essays.packages.element import Element
from loccit.essays.packages.story import Story, StoryParagraph

#: Elements with stories of their own within a paragraph.
_BOX_NAME = "txbxContent"
_BOX = f"w:{_BOX_NAME}"
_NOTES = frozenset(["w:footnote", "w:endnote"])


def read_story(source: StorySource) -> Story:
    """Read all paragraphs of a part."""
    reader = _StoryReader(source, note=0)
    reader.read_blocks(source.part.root, in_cell=False)
    return Story(source.part.name, reader.paragraphs, copies=reader.copies)


class _StoryReader:
    """Reads a stretch of running text: a body, a footnote, a text box."""

    def __init__(self, source: StorySource, note: int, *, in_box: bool = False) -> None:
        self._source = source
        self._in_box = in_box
        self._note = note
        self._stretches = Stretches(source.part, source.codes, note)
        self._reader = ParagraphReader(source, self._stretches, note)
        self.paragraphs: list[StoryParagraph] = []
        self.copies: dict[int, list[StoryParagraph]] = {}

    def read_blocks(self, element: Element, *, in_cell: bool) -> None:
        """Read the paragraphs in an element."""
        for child in element.elements:
            self._read_block(child, in_cell=in_cell)

    def _read_block(self, element: Element, *, in_cell: bool) -> None:
        match element.tag:
            case "w:p":
                found = self._reader.read(element, in_cell=in_cell)
                found = replace(found, in_box=True) if self._in_box else found
                self.paragraphs.append(found)
                self._read_boxes(element)
            case "w:sdt":
                self._stretches.begin_control(element)
                self.read_blocks(element, in_cell=in_cell)
                self._stretches.end_control()
            case "w:bookmarkStart":
                self._stretches.begin_bookmark(element)
            case "w:bookmarkEnd":
                self._stretches.end_bookmark(element)
            case tag if tag in _NOTES:
                note = self._source.notes.get(element.get("w:id"), 0)
                self._read_apart([element], [], note)
            case "mc:AlternateContent":
                shown = shown_alternative(element)
                others = [each for each in element.elements if each is not shown]
                self._read_apart([shown], others, self._note)
            case _:
                is_cell = in_cell or element.tag == "w:tc"
                self.read_blocks(element, in_cell=is_cell)

    def _read_boxes(self, paragraph: Element) -> None:
        """Read the text boxes that are anchored in a paragraph."""
        text = self._source.part.text
        if text.find(_BOX_NAME, paragraph.start, paragraph.end) < 0:
            return
        boxes = [*_boxes(paragraph, is_copy=False)]
        if boxes:
            shown = [box for box, is_copy in boxes if not is_copy]
            copies = [box for box, is_copy in boxes if is_copy]
            self._read_apart(shown, copies, self._note, in_box=True)

    def _read_apart(
        self,
        shown: Sequence[Element],
        others: Sequence[Element],
        note: int,
        *,
        in_box: bool = False,
    ) -> None:
        """Read elements that are stories of their own.

        Args:
            shown: those that readers see.
            others: what repeats them for other programs.
            note: the number of the footnote that they are in.
            in_box: whether they are text boxes.
        """
        in_box = in_box or self._in_box
        found = [self._read_story(each, note, in_box) for each in shown]
        paragraphs = [each for story in found for each in story.paragraphs]
        self.paragraphs += paragraphs
        for story in found:
            self.copies.update(story.copies)
        for each in others:
            self._pair(paragraphs, self._read_story(each, note, in_box).paragraphs)

    def _read_story(self, element: Element, note: int, in_box: bool) -> _StoryReader:
        reader = _StoryReader(self._source, note, in_box=in_box)
        reader.read_blocks(element, in_cell=False)
        return reader

    def _pair(
        self, shown: Sequence[StoryParagraph], others: Sequence[StoryParagraph]
    ) -> None:
        """Find the paragraphs that others repeat: those of the same text, in order."""
        waiting: dict[str, list[StoryParagraph]] = {}
        for each in reversed(shown):
            waiting.setdefault(each.paragraph.text, []).append(each)
        for copy in others:
            same = waiting.get(copy.paragraph.text)
            if same:
                start = same.pop().element.start
                self.copies.setdefault(start, []).append(copy)


def _boxes(element: Element, *, is_copy: bool) -> Iterator[tuple[Element, bool]]:
    """Yield the outermost text boxes in an element, and whether each is a copy."""
    shown = shown_alternative(element) if element.tag == "mc:AlternateContent" else None
    for child in element.elements:
        if child.tag == _BOX:
            yield child, is_copy
        else:
            is_other = shown is not None and child is not shown
            yield from _boxes(child, is_copy=is_copy or is_other)
