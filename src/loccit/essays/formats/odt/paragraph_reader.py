"""Read a paragraph of OpenDocument: its characters, their look, and the live citations
among them (ODF 1.3, part 3, sections 5.1 and 6).
"""

from __future__ import annotations

from loccit._startup.dataclass import dataclass
from loccit.essays.formats.odt.collapsed import collapsed
from loccit.essays.formats.odt.live_marks import LiveMarks
from loccit.essays.formats.odt.numbers import number_in
from loccit.essays.formats.odt.paragraph_fields import ParagraphFields
from loccit.essays.formats.odt.paragraph_text import Around, ParagraphText
from loccit.essays.formats.odt.styles import Styles
from loccit.essays.formats.odt.tracked import TrackedChanges
from loccit.essays.mapped_text import MappedText, Piece
from loccit.essays.packages.element import Element
from loccit.essays.packages.story import StoryParagraph
from loccit.essays.packages.xml_part import XmlPart
from loccit.essays.paragraph import Layout, Paragraph, ParagraphKind

#: Namespaces of what is beside the text: frames, tables, forms, formulas, comments.
_BESIDE = ("draw:", "dr3d:", "svg:", "table:", "form:", "math:", "office:", "dc:")
#: What is in a paragraph and not in its text; notes and boxes have paragraphs of their
#: own.
_APART = frozenset(
    ["text:note", "text:ruby-text", "text:p", "text:h", "text:list", "text:script"]
)
#: Elements with text that people type; any other one of this namespace has a text that
#: a program makes, and stands or goes as a whole.
_CONTAINERS = frozenset(
    {
        "text:a",
        "text:meta",
        "text:meta-field",
        "text:ruby",
        "text:ruby-base",
        "text:span",
    }
)
#: Elements that stand for a character.
_CHARACTERS = {"text:tab": "\t", "text:line-break": "\n"}


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a paragraph is in.

    Attributes:
        note: the number of its footnote, 0 in the running text.
        in_cell: whether it is in a table.
        in_box: whether it is in a text box.
        in_item: whether it is in a list item.
        marker: what begins that item, of its first paragraph.
        obstacle: why nothing in it can be changed; "" if it can.
    """

    note: int = 0
    in_cell: bool = False
    in_box: bool = False
    in_item: bool = False
    marker: str = ""
    obstacle: str = ""


class ParagraphReader:
    """Reads the paragraphs of a part in order, since insertions go on over several."""

    def __init__(self, part: XmlPart, styles: Styles, marks: LiveMarks) -> None:
        """Prepare to read.

        Args:
            part: the part.
            styles: the styles that it can use.
            marks: its live citations.
        """
        self._part = part
        self._styles = styles
        self._marks = marks
        self._insertions = TrackedChanges(part.root).insertions
        self._insertion: Element | None = None
        #: Whether a page break ends the paragraph that was read last.
        self._page_ended = False
        self._found = ParagraphText()
        self._fields = ParagraphFields(marks, 0)

    def read(self, element: Element, around: Surroundings) -> StoryParagraph:
        """Read a `text:p` or `text:h`."""
        self._found = ParagraphText()
        self._fields = ParagraphFields(self._marks, around.note)
        if begun := self._marks.take_section(element.start):
            self._fields.begin_list(begun)
        self._read_inside(element, Around(element))
        return StoryParagraph(
            self._paragraph(element, around),
            element,
            self._found.runs,
            self._fields.finish(self._found.length),
            around.note,
            self._marks.is_listed(element),
            around.obstacle,
            around.in_box,
        )

    def _paragraph(self, element: Element, around: Surroundings) -> Paragraph:
        """Return the paragraph as readers see it."""
        kind, level = self._kind(element, around)
        return Paragraph(
            MappedText.join(self._found.pieces, self._part.name),
            kind,
            level,
            around.marker if kind == "item" else "",
            self._styles.is_quotation(element.get("text:style-name")),
            marks=self._found.all_marks(),
            layout=self._layout(element.get("text:style-name")),
        )

    def _layout(self, style: str) -> Layout:
        """Return how a paragraph is set, and see whether it ends the page."""
        styles = self._styles
        begins = self._page_ended or styles.begins_page(style)
        is_blank = not any(piece.text.strip() for piece in self._found.pieces)
        self._page_ended = styles.ends_page(style) or (begins and is_blank)
        return Layout(begins, styles.is_hanging(style))

    def _kind(
        self, element: Element, around: Surroundings
    ) -> tuple[ParagraphKind, int]:
        """Return what a paragraph is, and the level of a heading."""
        if around.note:
            return "note", 0
        if around.in_cell:
            return "cell", 0
        level = self._styles.outline_level(element.get("text:style-name"))
        if element.tag == "text:h":
            return "heading", number_in(element, "text:outline-level", level or 1)
        if level:
            return "heading", level
        return ("item" if around.in_item else "paragraph"), 0

    def _read_inside(self, element: Element, around: Around) -> None:
        for node in element.children:
            if isinstance(node, Piece):
                self._add_characters(node, element, around)
            elif node.tag not in _APART and not node.tag.startswith(_BESIDE):
                start = self._found.length
                self._read(node, element, around)
                self._fields.see(node, start, self._found.length, self._found.runs)

    def _read(self, element: Element, parent: Element, around: Around) -> None:
        match element.tag:
            case "text:span":
                look = self._styles.look(element.get("text:style-name"))
                inside = Around(element, look.over(around.look), around.link)
                if not inside.look.is_hidden:
                    self._read_inside(element, inside)
            case "text:a":
                self._read_inside(element, around._replace(link=element))
            case "text:change-start":
                if element.get("text:change-id") in self._insertions:
                    self._insertion = element
            case "text:change-end":
                self._insertion = None
            case tag if tag in _CONTAINERS or not tag.startswith("text:"):
                self._read_inside(element, around)
            case _:
                self._add_one(_stands_for(element), element, parent, around)

    def _add_characters(self, piece: Piece, holder: Element, around: Around) -> None:
        after_blank = self._found.after_blank
        for each in collapsed(piece, after_blank=after_blank):
            if each.text:
                self._found.add(each, holder, around, self._insertion)
                self._found.after_blank = each.text.endswith(" ")

    def _add_one(
        self, text: str, element: Element, parent: Element, around: Around
    ) -> None:
        """Add what an element stands for, if that is anything."""
        if text:
            piece = Piece(text, element.start, element.end)
            self._found.add(piece, parent, around, self._insertion)
            self._found.after_blank = False


def _stands_for(element: Element) -> str:
    """Return the characters of an element that a program makes."""
    if element.tag == "text:s":
        return " " * number_in(element, "text:c")
    if element.tag in _CHARACTERS:
        return _CHARACTERS[element.tag]
    if element.get("text:is-hidden") == "true":
        return ""
    return " ".join(_all_text(element).split())


def _all_text(element: Element) -> str:
    """Return the characters in an element, at any depth."""
    texts = [
        node.text if isinstance(node, Piece) else _all_text(node)
        for node in element.children
    ]
    return "".join(texts)
