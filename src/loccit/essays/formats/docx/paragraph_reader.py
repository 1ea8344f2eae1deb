"""Read the characters of a paragraph of Word, as readers see them."""

from __future__ import annotations

from collections.abc import Sequence

from loccit.essays.formats.docx.paragraph_text import ParagraphText
from loccit.essays.formats.docx.story_source import StorySource
from loccit.essays.formats.docx.stretches import Stretches
from loccit.essays.formats.docx.values import is_on
from loccit.essays.mapped_text import MappedText, Piece
from loccit.essays.packages.element import Element
from loccit.essays.packages.story import Run, StoryParagraph
from loccit.essays.paragraph import Layout, Mark, Paragraph, ParagraphKind

#: Elements without text: properties, the reading of East Asian characters, and text
#: boxes, which have paragraphs of their own.
_SKIPPED = frozenset(
    ["w:rPr", "w:pPr", "w:sdtPr", "w:sdtEndPr", "w:rt", "w:txbxContent"]
)
_DELETED = frozenset(["w:del", "w:moveFrom"])
_INSERTED = frozenset(["w:ins", "w:moveTo"])
#: Elements that stand for a character.
_CHARACTERS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
    "w:sym": "\ufffd",  # of a font of symbols
}
_CONTENTS = "It is in a table of contents or an index, which Word makes anew (F9)."


class ParagraphReader:
    """Reads the paragraphs of a story in order, since fields go on over several."""

    def __init__(self, source: StorySource, stretches: Stretches, note: int) -> None:
        """Prepare to read a story.

        Args:
            source: the part that it is in.
            stretches: the fields, content controls and bookmarks.
            note: the number of the footnote that it is, 0 if it is none.
        """
        self._source = source
        self._stretches = stretches
        self._note = note
        self._text = ParagraphText()
        self._style = ""
        self._is_deleted = False
        self._insertion: Element | None = None
        #: Whether a page break ends the paragraph that was read last.
        self._page_ended = False

    def read(self, element: Element, *, in_cell: bool) -> StoryParagraph:
        """Read a paragraph.

        Args:
            element: the `w:p`.
            in_cell: whether it is in a table.
        """
        found = self._text = ParagraphText()
        self._style = self._source.styles.of_paragraph(element)
        self._stretches.begin_paragraph(found)
        self._read_inside(element, element)
        return StoryParagraph(
            self._paragraph(element, found, in_cell=in_cell),
            element,
            found.runs,
            found.fields,
            self._note,
            found.in_list and not found.is_mixed,
            _CONTENTS if found.in_contents else "",
        )

    def _paragraph(
        self, element: Element, found: ParagraphText, *, in_cell: bool
    ) -> Paragraph:
        source = self._source
        level = source.styles.level(element)
        numbered = source.styles.numbered(element)
        return Paragraph(
            MappedText.join(found.pieces, source.part.name),
            self._kind(level, is_item=numbered is not None, in_cell=in_cell),
            level,
            source.numbering.marker(numbered) if numbered else "",
            source.styles.is_quoted(element),
            marks=found.all_marks(),
            layout=self._layout(element, found),
        )

    def _layout(self, element: Element, found: ParagraphText) -> Layout:
        """Return how a paragraph is set, and see whether it ends the page."""
        styles = self._source.styles
        begins = self._page_ended or styles.begins_page(element)
        if found.page_break is not None or self._page_ended:
            text = "".join([piece.text for piece in found.pieces])
            place = found.page_break or 0
            begins = begins or not text[:place].strip()
            self._page_ended = not text[place:].strip()
        self._page_ended = self._page_ended or _ends_section(element)
        return Layout(begins, styles.has_hanging_indent(element))

    def _kind(self, level: int, *, is_item: bool, in_cell: bool) -> ParagraphKind:
        """Return what a paragraph is."""
        if self._note:
            return "note"
        if in_cell:
            return "cell"
        if level:
            return "heading"
        return "item" if is_item else "paragraph"

    def _read_inside(self, element: Element, run: Element) -> None:
        for child in element.elements:
            if child.tag not in _SKIPPED:
                self._read(child, run)

    def _read(self, element: Element, run: Element) -> None:
        match element.tag:
            case "w:r":
                self._read_inside(element, element)
            case "w:t":
                self._add(list(element.pieces), run, element)
            case tag if tag in _CHARACTERS:
                if element.get("w:type") == "page":
                    self._text.page_break = self._text.length
                piece = Piece(_CHARACTERS[tag], element.start, element.end)
                self._add([piece], run, element)
            case "w:delText":
                self._stretches.deletions += 1
            case "w:fldChar":
                self._stretches.field_character(element, is_deleted=self._is_deleted)
            case "w:instrText" | "w:delInstrText":
                self._stretches.instruction(element)
            case "w:bookmarkStart":
                self._stretches.begin_bookmark(element)
            case "w:bookmarkEnd":
                self._stretches.end_bookmark(element)
            case _:
                self._read_container(element, run)

    def _read_container(self, element: Element, run: Element) -> None:
        """Read an element that holds runs."""
        match element.tag:
            case "w:fldSimple":
                self._stretches.begin_simple_field(element)
                self._read_inside(element, run)
                self._stretches.end_simple_field(element)
            case "w:sdt":
                self._stretches.begin_control(element)
                self._read_inside(element, run)
                self._stretches.end_control()
            case "w:hyperlink":
                self._read_link(element, run)
            case "mc:AlternateContent":
                self._read_inside(shown_alternative(element), run)
            case tag if tag in _DELETED:
                self._read_deleted(element, run)
            case tag if tag in _INSERTED:
                self._read_inserted(element, run)
            case _:
                self._read_inside(element, run)

    def _read_link(self, element: Element, run: Element) -> None:
        text, start = self._text, self._text.length
        self._read_inside(element, run)
        address = self._source.links.get(element.get("r:id"), "")
        text.marks.append(Mark("link", start, text.length, address))

    def _read_deleted(self, element: Element, run: Element) -> None:
        outer, self._is_deleted = self._is_deleted, True
        self._read_inside(element, run)
        self._is_deleted = outer

    def _read_inserted(self, element: Element, run: Element) -> None:
        outer, self._insertion = self._insertion, element
        self._read_inside(element, run)
        self._insertion = outer

    def _add(self, pieces: Sequence[Piece], run: Element, holder: Element) -> None:
        stretches, text = self._stretches, self._text
        if self._is_deleted or stretches.are_hiding or _is_hidden(run):
            return
        if stretches.are_listing:
            text.in_list = True
        elif any(not piece.text.isspace() for piece in pieces):
            text.is_mixed = True
        text.in_contents = text.in_contents or stretches.are_repeating
        look = self._source.styles.look(run, self._style)
        for piece in pieces:
            text.add(piece, Run(text.length, run, holder, self._insertion), look)


def shown_alternative(element: Element) -> Element:
    """Return what Word shows of a `mc:AlternateContent`: its first choice."""
    return element.find("mc:Choice") or element.find("mc:Fallback") or element


def _ends_section(paragraph: Element) -> bool:
    """Return whether a paragraph is the last one before a page of a new section, whose
    properties it has (17.6.18).
    """
    properties = paragraph.find("w:pPr")
    section = properties.find("w:sectPr") if properties else None
    kind = section.find("w:type") if section else None
    return bool(section) and (not kind or kind.get("w:val") != "continuous")


def _is_hidden(run: Element) -> bool:
    """Return whether a run is hidden text (17.3.2.41)."""
    properties = run.find("w:rPr")
    hidden = properties.find("w:vanish") if properties else None
    return is_on(hidden)
