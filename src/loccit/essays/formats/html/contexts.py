"""What the blocks of an HTML text are for the paragraphs in them: headings, items of a
list, cells, quotations, footnotes.
"""

from __future__ import annotations

from collections.abc import Mapping

from loccit._startup.namedtuple import NamedTuple
from loccit.essays.formats.html.tree import Element
from loccit.essays.paragraph import ParagraphKind

_HEADINGS = {f"h{level}": level for level in range(1, 7)}


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


class Contexts:
    """The contexts of the blocks that are open."""

    def __init__(self, root: Element, notes: Mapping[Element, int]) -> None:
        """Begin with a document.

        Args:
            root: the element around all others.
            notes: the numbers of its footnotes.
        """
        self._notes = notes
        self._opened = [Context(root)]
        self._numbers: dict[Element, int] = {}

    def open(self, element: Element) -> None:
        """Enter a block."""
        self._opened.append(self._context(element))

    def close(self, element: Element) -> None:
        """Leave a block."""
        while self._opened.pop().block is not element:
            pass

    def for_paragraph(self) -> Context:
        """Return the context of a paragraph that ends here; a marker is for the first
        one of an item alone.
        """
        context = self._opened[-1]
        if context.marker:
            self._opened = [each._replace(marker="") for each in self._opened]
        return context

    def _context(self, element: Element) -> Context:
        """Return what a block is, in the one around it."""
        above = self._opened[-1]
        context = above._replace(block=element)
        if element in self._notes:
            return context._replace(kind="note", note=self._notes[element])
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


def _heading_level(element: Element) -> int:
    """Return the level of a heading that has another element; 0 if it is none."""
    if "heading" not in element.roles:
        return 0
    level = element.get("aria-level")
    return int(level) if level.isdecimal() else 2
