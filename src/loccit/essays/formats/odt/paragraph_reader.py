"""Read a paragraph of OpenDocument: its characters, their look, and the live citations
among them (ODF 1.3, part 3, sections 5.1 and 6).
"""

from __future__ import annotations

from dataclasses import field
from itertools import groupby
from typing import NamedTuple

from loccit._startup.dataclass import dataclass
from loccit.essays.formats.odt.collapsed import collapsed
from loccit.essays.formats.odt.live_marks import LiveMarks
from loccit.essays.formats.odt.numbers import number_in
from loccit.essays.formats.odt.styles import Look, Styles
from loccit.essays.mapped_text import MappedText, Piece
from loccit.essays.packages.story import LiveField, Run, StoryParagraph
from loccit.essays.packages.xml_part import Element, XmlPart
from loccit.essays.paragraph import Mark, MarkKind, Paragraph, ParagraphKind

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
        in_item: whether it is in a list item.
        marker: what begins that item, of its first paragraph.
    """

    note: int = 0
    in_cell: bool = False
    in_item: bool = False
    marker: str = ""


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Characters of one look."""

    start: int
    end: int
    look: Look
    link: Element | None


@dataclass()
class _Text:
    """What was read of a paragraph so far.

    Attributes:
        open: where the text of a mark begins, by where the mark does.
    """

    pieces: list[Piece] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    stretches: list[_Stretch] = field(default_factory=list)
    fields: list[LiveField] = field(default_factory=list)
    open: dict[int, int] = field(default_factory=dict)
    length: int = 0
    after_blank: bool = True


class _Around(NamedTuple):
    """The elements around characters of a paragraph.

    Attributes:
        span: the one that gives them their look.
        link: the one that makes a link of them.
    """

    span: Element
    look: Look = Look()
    link: Element | None = None


class ParagraphReader:
    """Reads the paragraphs of a part."""

    def __init__(self, part: XmlPart, styles: Styles, marks: LiveMarks) -> None:
        self._part = part
        self._styles = styles
        self._marks = marks
        self._found = _Text()
        self._note = 0

    def read(self, element: Element, around: Surroundings) -> StoryParagraph:
        """Read a `text:p` or `text:h`."""
        found = self._found = _Text()
        self._note = around.note
        self._read_inside(element, _Around(element))
        mapped = MappedText.join(found.pieces, self._part.name)
        kind, level = self._kind(element, around)
        paragraph = Paragraph(
            mapped,
            kind,
            level,
            around.marker if kind == "item" else "",
            self._styles.is_quotation(element.get("text:style-name")),
            marks=tuple(_marks(found.stretches)),
        )
        return StoryParagraph(
            paragraph,
            element,
            found.runs,
            found.fields,
            around.note,
            self._marks.is_listed(element),
        )

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

    def _read_inside(self, element: Element, around: _Around) -> None:
        for node in element.children:
            if isinstance(node, Piece):
                self._add_characters(node, element, around)
            elif node.tag not in _APART and not node.tag.startswith(_BESIDE):
                self._read(node, element, around)

    def _read(self, element: Element, parent: Element, around: _Around) -> None:
        start = self._found.length
        match element.tag:
            case "text:span":
                look = self._styles.look(element.get("text:style-name"))
                inside = _Around(element, look.over(around.look), around.link)
                if not inside.look.is_hidden:
                    self._read_inside(element, inside)
            case "text:a":
                self._read_inside(element, around._replace(link=element))
            case tag if tag in _CONTAINERS or not tag.startswith("text:"):
                self._read_inside(element, around)
            case _:
                self._add_one(_stands_for(element), element, parent, around)
        self._read_mark(element, start)

    def _read_mark(self, element: Element, start: int) -> None:
        """Begin or end a live citation.

        Args:
            element: an element that was read.
            start: where its text begins.
        """
        found = self._found
        if begun := self._marks.starts.get(element.start):
            found.open[begun.whole.start] = start
        ended = self._marks.ends.get(element.start)
        if ended and (begin := found.open.pop(ended.whole.start, None)) is not None:
            code, what, place, whole, _ = ended
            found.fields.append(
                LiveField(code, what, begin, found.length, place, whole, self._note)
            )

    def _add_characters(self, piece: Piece, holder: Element, around: _Around) -> None:
        after_blank = self._found.after_blank
        for each in collapsed(piece, after_blank=after_blank):
            if each.text:
                self._add(each, holder, around)
                self._found.after_blank = each.text.endswith(" ")

    def _add_one(
        self, text: str, element: Element, parent: Element, around: _Around
    ) -> None:
        """Add what an element stands for, if that is anything."""
        if text:
            self._add(Piece(text, element.start, element.end), parent, around)
            self._found.after_blank = False

    def _add(self, piece: Piece, holder: Element, around: _Around) -> None:
        found = self._found
        start = found.length
        if not found.runs or found.runs[-1].holder is not holder:
            found.runs.append(Run(start, around.span, holder))
        found.pieces.append(piece)
        found.length += len(piece.text)
        found.stretches.append(_Stretch(start, found.length, around.look, around.link))


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


def _marks(stretches: list[_Stretch]) -> list[Mark]:
    """Return what stretches are set apart by, in the order in which it begins."""
    kinds: tuple[MarkKind, ...] = ("emphasis", "strong", "superscript", "subscript")
    found = [mark for kind in kinds for mark in _marks_of(stretches, kind)]
    return sorted([*found, *_links(stretches)], key=lambda mark: mark.start)


def _marks_of(stretches: list[_Stretch], kind: MarkKind) -> list[Mark]:
    groups = groupby(stretches, lambda each: kind in each.look.marks)
    marked = [[*group] for has_mark, group in groups if has_mark]
    return [Mark(kind, group[0].start, group[-1].end) for group in marked]


def _links(stretches: list[_Stretch]) -> list[Mark]:
    found = []
    for link, each in groupby(stretches, lambda each: each.link):
        if link is not None:
            group = [*each]
            target = link.get("xlink:href")
            found.append(Mark("link", group[0].start, group[-1].end, target))
    return found
