"""HTML as readers see it: paragraphs without tags.

Tags within a line join the text around them, blocks separate it.  White space is one
space, as in browsers; character references are the characters that they stand for.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import unescape
from typing import NamedTuple
from urllib.parse import parse_qs, urlsplit

from loccit._startup.regex import regex
from loccit.essays.formats.html.notes import FoundNotes
from loccit.essays.formats.html.styles import Styles
from loccit.essays.formats.html.tree import BLOCKS, Element, Event, Tree
from loccit.essays.mapped_text import MappedText, Piece
from loccit.essays.paragraph import Mark, MarkKind, Paragraph, ParagraphKind
from loccit.model import Span

#: White space, a character reference, and characters that nobody sees.
_SPECIAL = regex(r"[ \t\n\r\f]{2,}|[\t\n\r\f]|&#?\w+;?|[\u00ad\u200b\u2060\ufeff]+")
_SPACE = " \t\n\r\f"
_UNSEEN = frozenset("\u00ad\u200b\u2060\ufeff")
#: The elements whose text is no part of an essay.
_NO_TEXT_NAMES = """
applet audio button canvas d-bibliography datalist head iframe math noembed noframes
noscript object option pre script select style svg template textarea title video xmp
"""
_NO_TEXT = frozenset(_NO_TEXT_NAMES.split())
#: No text is set apart in more ways; a tag that is never closed costs little so.
_MOST_OPEN = 50
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
#: Google Docs puts a redirection before every address.
_REDIRECTION = "https://www.google.com/url?"


class Context(NamedTuple):
    """What a block is for its paragraphs.

    Attributes:
        block: the element that separates it from others.
        marker: what begins it as an item of a list, "" after its first paragraph.
        note: the number of the footnote that it is part of, 0 for none.
    """

    block: Element
    kind: ParagraphKind = "paragraph"
    level: int = 0
    marker: str = ""
    is_quoted: bool = False
    note: int = 0


class Inner(NamedTuple):
    """Text of an element in a paragraph, `text[start:end]`."""

    element: Element
    start: int
    end: int


class Block(NamedTuple):
    """A paragraph, and the block that it is in.

    Attributes:
        live: the live citations in it.
    """

    paragraph: Paragraph
    context: Context
    live: Sequence[Inner] = ()


def read_blocks(
    tree: Tree, text: str, notes: FoundNotes, live: Collection[Element]
) -> list[Block]:
    """Read the paragraphs of a document.

    Args:
        tree: its elements.
        text: its characters.
        notes: its footnotes.
        live: its live citations.
    """
    reader = _Reader(tree, text, notes, live)
    for event in tree.events:
        reader.read(event)
    reader.end_paragraph()
    return reader.blocks


class _Opened(NamedTuple):
    """A mark whose element is open.

    Attributes:
        start: where its text begins in the paragraph.
        begins: whether its tag is in this paragraph.
    """

    element: Element
    kind: MarkKind
    start: int
    begins: bool = True


class _Reader:
    """Collects the text of one paragraph after the other."""

    def __init__(
        self, tree: Tree, text: str, notes: FoundNotes, live: Collection[Element]
    ) -> None:
        self.blocks: list[Block] = []
        self._text = text
        self._notes = notes
        self._live = live
        self._styles = Styles(tree, text)
        self._contexts = [Context(tree.root)]
        self._numbers: dict[Element, int] = {}
        self._skipped: Element | None = None
        self._opened: dict[Element, list[_Opened]] = {}
        self._open_live: dict[Element, int] = {}
        self._start_paragraph()

    def _start_paragraph(self) -> None:
        self._pieces: list[Piece] = []
        self._length = 0
        self._after_space = True
        self._marks: list[Mark] = []
        self._inner: list[Inner] = []

    def read(self, event: Event) -> None:
        """Read the next event."""
        if self._skipped:
            if event.kind == "close" and event.element is self._skipped:
                self._skipped = None
                self._close(event.element)
        elif event.kind == "text":
            self._read_text(event.start, event.end)
        elif event.kind == "open":
            self._open(event.element)
        else:
            self._close(event.element)

    def _open(self, element: Element) -> None:
        if element.name in BLOCKS:
            self.end_paragraph()
            self._contexts.append(self._context(element))
        if element.name in _NO_TEXT or element in self._notes.signs:
            self._skipped = element
        elif element.name == "br":
            self._break_line(element)
        else:
            self._open_marks(element)
        if element in self._live:
            self._open_live[element] = self._length
            if self._skipped is element:
                self._skipped = None

    def _close(self, element: Element) -> None:
        if element in self._open_live:
            start = self._open_live.pop(element)
            self._inner.append(Inner(element, start, self._length))
        for opened in self._opened.pop(element, ()):
            self._mark(opened)
        if element.name in BLOCKS:
            self.end_paragraph()
            while self._contexts.pop().block is not element:
                pass

    def _open_marks(self, element: Element) -> None:
        kinds = self._styles.marks(element)
        if kinds and len(self._opened) < _MOST_OPEN:
            self._opened[element] = [
                _Opened(element, kind, self._length) for kind in kinds
            ]

    def _mark(self, opened: _Opened) -> None:
        """Note what an element sets apart."""
        element = opened.element
        if opened.start == self._length:
            return
        target = _address(element) if opened.kind == "link" else ""
        whole = Span(element.start, element.end) if opened.begins else None
        mark = Mark(opened.kind, opened.start, self._length, target, whole)
        self._marks.append(mark)

    def end_paragraph(self) -> None:
        """End the paragraph that is read."""
        if self._length:
            for each in self._opened.values():
                for opened in each:
                    self._mark(opened._replace(begins=False))
            self.blocks.append(self._block())
            self._start_paragraph()
            self._opened = {
                element: [_Opened(element, opened.kind, 0, False) for opened in each]
                for element, each in self._opened.items()
            }

    def _block(self) -> Block:
        context = self._contexts[-1]
        whole = MappedText.join(self._pieces)
        mapped = whole.trimmed()
        length = len(mapped.text)
        marks = [
            mark._replace(end=min(mark.end, length))
            for mark in self._marks
            if mark.start < length
        ]
        marks.sort(key=lambda mark: (mark.start, -mark.end))
        if context.marker:
            self._contexts = [each._replace(marker="") for each in self._contexts]
        paragraph = Paragraph(
            mapped,
            context.kind,
            context.level,
            context.marker,
            context.is_quoted,
            marks=tuple(marks),
        )
        live = [
            Inner(each.element, min(each.start, length), min(each.end, length))
            for each in self._inner
        ]
        return Block(paragraph, context, live)

    def _context(self, element: Element) -> Context:
        """Return what a block is, in the one around it."""
        above = self._contexts[-1]
        context = above._replace(block=element)
        if element in self._notes.numbers:
            return context._replace(kind="note", note=self._notes.numbers[element])
        if above.kind == "note":
            return context
        match element.name:
            case "li":
                return context._replace(kind="item", marker=self._marker(element))
            case "dd" | "dt":
                return context._replace(kind="item")
            case "td" | "th":
                return context._replace(kind="cell")
            case "blockquote":
                return context._replace(is_quoted=True)
        level = _HEADINGS.get(element.name) or _heading_level(element)
        return context._replace(kind="heading", level=level) if level else context

    def _marker(self, element: Element) -> str:
        """Return the number or the bullet of an item."""
        parent = element.parent
        if not parent or parent.name != "ol":
            return "-"
        value = element.get("value")
        first = parent.get("start")
        last = self._numbers.get(parent, int(first) - 1 if first.isdecimal() else 0)
        number = int(value) if value.isdecimal() else last + 1
        self._numbers[parent] = number
        return f"{number}."

    # Text

    def _read_text(self, start: int, end: int) -> None:
        """Add text, with its white space as browsers show it."""
        text, done = self._text, start
        for found in _SPECIAL.finditer(text, start, end):
            self._keep(done, found.start())
            done = found.end()
            sign = found[0]
            if sign[0] == "&":
                self._put(unescape(sign), found.start(), done)
            elif sign[0] not in _UNSEEN:
                self._put(" ", found.start(), done)
        self._keep(done, end)

    def _keep(self, start: int, end: int) -> None:
        """Add characters as they are."""
        if self._after_space and start < end and self._text[start] == " ":
            start += 1
        if start < end:
            self._add(Piece(self._text[start:end], start))

    def _put(self, text: str, start: int, end: int) -> None:
        """Add text that stands for other characters."""
        if text in _SPACE:
            text = " "
        if text in _UNSEEN or (text == " " and self._after_space):
            return
        self._add(Piece(text, start, end))

    def _add(self, piece: Piece) -> None:
        self._pieces.append(piece)
        self._length += len(piece.text)
        self._after_space = piece.text[-1] in " \n"

    def _break_line(self, element: Element) -> None:
        if not self._length:
            return
        self._add(Piece("\n", element.start, element.end))


def _heading_level(element: Element) -> int:
    """Return the level of a heading that has another element; 0 if it is none."""
    if "heading" not in element.roles:
        return 0
    level = element.get("aria-level")
    return int(level) if level.isdecimal() else 2


def _address(element: Element) -> str:
    """Return where a link leads."""
    address = element.get("href").strip()
    if not address.startswith(_REDIRECTION):
        return address
    found = parse_qs(urlsplit(address).query).get("q", [])
    return found[0] if found else address
