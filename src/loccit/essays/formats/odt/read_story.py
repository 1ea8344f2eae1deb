"""Read the paragraphs of a part as LibreOffice shows them (ODF 1.3, part 3, sections 5
and 6).

Deleted text and comments are no text.  Notes are inside the paragraphs that refer to
them, and a story of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loccit._startup.dataclass import replace
from loccit.essays.formats.odt.lists import List, Lists
from loccit.essays.formats.odt.live_marks import LiveMarks
from loccit.essays.formats.odt.paragraph_reader import ParagraphReader, Surroundings
from loccit.essays.formats.odt.properties import Property
from loccit.essays.formats.odt.styles import Styles
from loccit.essays.packages.element import Element
from loccit.essays.packages.story import Story, StoryParagraph
from loccit.essays.packages.xml_part import XmlPart

PARAGRAPHS = frozenset(["text:p", "text:h"])
#: What is deleted, said beside the text, or covered by another cell.
#: The text of an embedded object is none of the essay's.
_GONE = frozenset(
    {
        "draw:object",
        "office:annotation",
        "office:forms",
        "table:covered-table-cell",
        "text:tracked-changes",
    }
)

#: The namespaces of text boxes and shapes.
_DRAWN = ("draw:", "dr3d:")
#: What a program makes of the text, again and again.
_INDEXES = frozenset(
    {
        "text:alphabetical-index",
        "text:illustration-index",
        "text:object-index",
        "text:table-index",
        "text:table-of-content",
        "text:user-index",
    }
)
_INDEX = "It is in a table of contents or an index, which LibreOffice makes again."


class StoryReader:
    """Reads the stories of a part."""

    def __init__(
        self, part: XmlPart, styles: Styles, kept_codes: Mapping[str, Property]
    ) -> None:
        """Prepare to read a part.

        Args:
            part: the part.
            styles: the styles that it can use.
            kept_codes: the codes that the document keeps for bookmarks, by their names.
        """
        self._part = part
        self._styles = styles
        self._lists = Lists(styles)
        marks = LiveMarks(part, kept_codes)
        self._reader = ParagraphReader(part, styles, marks)

    def read(self, element: Element, note: int = 0) -> Story:
        """Read what is in an element, without its notes.

        Args:
            element: the element.
            note: the number of the note that it is, 0 for running text.
        """
        paragraphs = [*self._read_blocks(element, Surroundings(note))]
        return Story(self._part.name, paragraphs)

    def _read_blocks(
        self, element: Element, around: Surroundings, lists: tuple[List, ...] = ()
    ) -> Iterator[StoryParagraph]:
        for child in element.elements:
            match child.tag:
                case "text:p" | "text:h":
                    yield self._reader.read(child, around)
                    yield from self._read_boxes(child, around)
                    around = replace(around, marker="")
                case "text:list":
                    nested = (*lists, self._lists.begin(child, lists))
                    yield from self._read_blocks(child, around, nested)
                case "text:list-item":
                    marker = self._lists.next_item(child, lists)
                    item = replace(around, in_item=True, marker=marker)
                    yield from self._read_blocks(child, item, lists)
                case "table:table-cell":
                    cell = replace(around, in_cell=True, in_item=False)
                    yield from self._read_blocks(child, cell)
                case "text:section" if child.get("text:display") == "none":
                    continue
                case tag if tag in _INDEXES:
                    inside = replace(around, obstacle=_INDEX)
                    yield from self._read_blocks(child, inside, lists)
                case tag if tag in _GONE:
                    continue
                case tag if tag.startswith(_DRAWN):
                    box = Surroundings(around.note, in_box=True)
                    yield from self._read_blocks(child, box)
                case _:
                    yield from self._read_blocks(child, around, lists)

    def _read_boxes(
        self, element: Element, around: Surroundings
    ) -> Iterator[StoryParagraph]:
        """Read the text boxes and shapes that are anchored in a paragraph."""
        inside = Surroundings(around.note, in_box=True)
        for child in element.elements:
            if child.tag.startswith(_DRAWN) and child.tag not in _GONE:
                yield from self._read_blocks(child, inside)
            elif child.tag != "text:note" and child.tag not in _GONE:
                yield from self._read_boxes(child, around)


def notes_in(element: Element) -> Iterator[Element]:
    """Yield the footnotes and endnotes in an element, in order."""
    for child in element.elements:
        if child.tag == "text:note":
            yield child
        elif child.tag not in _GONE:
            yield from notes_in(child)
