"""Read a paragraph of Word: its characters, and the fields in it.

A field has a code and a result (ECMA-376, Part 1, section 17.16): the runs between its
`begin` and its `separate` are the code, those up to its `end` what readers see.  Fields
may nest, and one may go on over paragraphs, as the list of a bibliography does.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from loccit._startup.dataclass import dataclass
from loccit.essays.live_citations import FieldCode, what_is
from loccit.essays.mapped_text import MappedText, Piece
from loccit.essays.packages.story import CodePlace, LiveField, Run, StoryParagraph
from loccit.essays.packages.xml_part import Element, XmlPart
from loccit.essays.paragraph import Paragraph, ParagraphKind
from loccit.model import Span

_GONE = frozenset(["w:del", "w:moveFrom", "w:rPr", "w:pPr", "w:txbxContent"])
#: Elements that stand for a character.
_CHARACTERS = {
    "w:tab": "\t",
    "w:ptab": "\t",
    "w:br": "\n",
    "w:cr": "\n",
    "w:noBreakHyphen": "\u2011",
}


@dataclass()
class _OpenField:
    """A field whose end is not reached."""

    begin: Element
    start: int
    in_code: bool = True
    code: list[Element] = field(default_factory=list)
    data: list[str] = field(default_factory=list)


@dataclass()
class _Text:
    """What was read of a paragraph so far."""

    pieces: list[Piece] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    fields: list[LiveField] = field(default_factory=list)
    length: int = 0

    def add(self, piece: Piece, run: Element, holder: Element) -> None:
        if not self.runs or self.runs[-1].holder is not holder:
            self.runs.append(Run(self.length, run, holder))
        self.pieces.append(piece)
        self.length += len(piece.text)


class ParagraphReader:
    """Reads the paragraphs of a part in order, since fields go on over several."""

    def __init__(self, part: XmlPart) -> None:
        self._part = part
        self._open: list[_OpenField] = []
        self._found = _Text()

    def read(self, element: Element, note: int, *, in_cell: bool) -> StoryParagraph:
        """Read a paragraph.

        Args:
            element: the `w:p`.
            note: the number of the footnote that it is in, 0 if it is in none.
            in_cell: whether it is in a table.
        """
        found = self._found = _Text()
        in_list = any(self._is_list(each) for each in self._open)
        self._read_inside(element, element)
        mapped = MappedText.join(found.pieces, self._part.name)
        kind, level = _kind(element, note, in_cell=in_cell)
        paragraph = Paragraph(mapped, kind, level)
        return StoryParagraph(
            paragraph, element, found.runs, found.fields, note, in_list
        )

    def _read_inside(self, element: Element, run: Element) -> None:
        for child in element.elements:
            if child.tag not in _GONE:
                self._read(child, run)

    def _read(self, element: Element, run: Element) -> None:
        match element.tag:
            case "w:r":
                self._read_inside(element, element)
            case "w:t":
                self._add(list(element.pieces), run, element)
            case "w:fldChar":
                self._read_field_character(element)
            case "w:instrText":
                if self._open:
                    self._open[-1].code.append(element)
            case tag if tag in _CHARACTERS:
                piece = Piece(_CHARACTERS[tag], element.start, element.end)
                self._add([piece], run, element)
            case _:
                self._read_inside(element, run)

    def _add(self, pieces: Sequence[Piece], run: Element, holder: Element) -> None:
        if any(each.in_code for each in self._open):
            return
        for piece in pieces:
            self._found.add(piece, run, holder)

    def _read_field_character(self, element: Element) -> None:
        match element.get("w:fldCharType"):
            case "begin":
                opened = _OpenField(element, self._found.length)
                opened.data += [each.text for each in element.iterate("w:fldData")]
                self._open.append(opened)
            case "separate" if self._open:
                self._open[-1].in_code = False
            case "end" if self._open:
                self._close(self._open.pop(), element)

    def _close(self, closed: _OpenField, end: Element) -> None:
        """Keep a field that is a live citation or the reference list."""
        code = _code(closed)
        what = what_is(code)
        if what not in ("citation", "list"):
            return
        spans = tuple(each.inner for each in closed.code)
        place = CodePlace("text", spans, self._part.name)
        whole = Span(closed.begin.start, end.end)
        stop = self._found.length
        start = min(closed.start, stop)
        self._found.fields.append(LiveField(code, what, start, stop, place, whole))

    def _is_list(self, opened: _OpenField) -> bool:
        return not opened.in_code and what_is(_code(opened)) == "list"


def _code(opened: _OpenField) -> FieldCode:
    text = "".join([each.text for each in opened.code])
    return FieldCode(text, tuple(opened.data))


def _kind(element: Element, note: int, *, in_cell: bool) -> tuple[ParagraphKind, int]:
    """Return what a paragraph is, and the level of a heading."""
    if note:
        return "note", 0
    if in_cell:
        return "cell", 0
    return "paragraph", 0
