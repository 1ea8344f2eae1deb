"""Read the paragraphs of a part as Word shows them (ECMA-376, Part 1, section 17).

Deleted text is not shown, nor are the codes of fields; text boxes are paragraphs of
their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loccit._startup.dataclass import dataclass
from loccit.essays.formats.docx.paragraph_reader import ParagraphReader
from loccit.essays.packages.story import Story, StoryParagraph
from loccit.essays.packages.xml_part import Element, XmlPart

#: Elements whose content is no part of the text: what was deleted or moved away.
_GONE = frozenset(["w:del", "w:moveFrom"])
#: Elements with paragraphs of their own within a paragraph.
BOXES = frozenset(["w:txbxContent"])


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a paragraph is in."""

    note: int = 0
    in_cell: bool = False
    is_copy: bool = False
    in_list: bool = False


class StoryReader:
    """Reads a part."""

    def __init__(self, part: XmlPart, notes: Mapping[str, int]) -> None:
        """Prepare to read a part.

        Args:
            part: the part.
            notes: the numbers of footnotes and endnotes by their ids.
        """
        self._part = part
        self._notes = notes
        self._paragraphs: list[StoryParagraph] = []
        self._reader = ParagraphReader(part)

    def read(self) -> Story:
        """Read all paragraphs."""
        self._read_blocks(self._part.root, Surroundings())
        return Story(self._part.name, self._paragraphs)

    def _read_blocks(self, element: Element, around: Surroundings) -> None:
        for child in element.elements:
            self._read_block(child, around)

    def _read_block(self, element: Element, around: Surroundings) -> None:
        if element.tag == "w:p":
            found = self._reader.read(element, around.note, in_cell=around.in_cell)
            self._paragraphs.append(found)
            self._read_boxes(element, around)
        elif element.tag not in _GONE:
            self._read_blocks(element, self._inside(element, around))

    def _inside(self, element: Element, around: Surroundings) -> Surroundings:
        """Return what surrounds the content of an element."""
        note, in_cell, is_copy = around.note, around.in_cell, around.is_copy
        if element.tag in ("w:footnote", "w:endnote"):
            note = self._notes.get(element.get("w:id"), 0)
        if element.tag == "w:tc":
            in_cell = True
        if element.tag == "mc:Fallback":
            is_copy = True
        return Surroundings(note, in_cell, is_copy, around.in_list)

    def _read_boxes(self, paragraph: Element, around: Surroundings) -> None:
        """Read the text boxes that are anchored in a paragraph."""
        for box, is_copy in _boxes(paragraph, is_copy=around.is_copy):
            inside = Surroundings(around.note, False, is_copy)
            self._read_blocks(box, inside)


def _boxes(element: Element, *, is_copy: bool) -> Iterator[tuple[Element, bool]]:
    """Yield the outermost text boxes in an element, and whether each is a copy."""
    for child in element.elements:
        if child.tag in BOXES:
            yield child, is_copy
        elif child.tag not in _GONE:
            copies = is_copy or child.tag == "mc:Fallback"
            yield from _boxes(child, is_copy=copies)
