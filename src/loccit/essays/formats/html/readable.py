"""HTML as readers see it: paragraphs without tags.

Tags within a line join the text around them, blocks separate it.  White space is one
space, as in browsers; character references are the characters that they stand for.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from html import unescape
from urllib.parse import parse_qs, urlsplit

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.formats.html.contexts import Context, Contexts
from loccit.essays.formats.html.notes import FoundNotes
from loccit.essays.formats.html.styles import Styles
from loccit.essays.formats.html.tree import BLOCKS, Element, Event, Tree
from loccit.essays.mapped_text import MappedText, Piece
from loccit.essays.paragraph import Mark, MarkKind, Paragraph
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
#: Google Docs puts a redirection before every address.
_REDIRECTION = "https://www.google.com/url?"


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
        self._contexts = Contexts(tree.root, notes.numbers)
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
            self._contexts.open(element)
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
            self._contexts.close(element)

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
        context = self._contexts.for_paragraph()
        mapped = MappedText.join(self._pieces)
        if mapped.text[-1].isspace() or mapped.text[0].isspace():
            mapped = mapped.trimmed()
        length = len(mapped.text)
        marks = [
            mark._replace(end=min(mark.end, length))
            for mark in self._marks
            if mark.start < length
        ]
        marks.sort(key=lambda mark: (mark.start, -mark.end))
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


def _address(element: Element) -> str:
    """Return where a link leads."""
    address = element.get("href").strip()
    if not address.startswith(_REDIRECTION):
        return address
    found = parse_qs(urlsplit(address).query).get("q", [])
    return found[0] if found else address
