"""The elements of an XML part, which know where they are in its text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from loccit.essays.mapped_text import Piece
from loccit.model import Span


class Element:
    """An element, with its place in the text of the part.

    Attributes:
        tag: its name, as `w:p`: a known prefix for its namespace, whatever the file's.
        attributes: by name, with known prefixes; those without one as they are.
        start: where it begins.
        end: where it ends.
        children: its elements and characters; characters that stand for something
            else, as `&amp;` does, are pieces of their own.
    """

    # A large document has millions of them, so they are small.
    __slots__ = ("_first", "_last", "attributes", "children", "end", "start", "tag")

    def __init__(self, tag: str, attributes: Mapping[str, str], start: int) -> None:
        self.tag = tag
        self.attributes = attributes
        self.start = self.end = self._first = self._last = start
        self.children: Sequence[Node] = ()

    @property
    def span(self) -> Span:
        """Its place in the text."""
        return Span(self.start, self.end)

    @property
    def inner(self) -> Span:
        """What is between its start tag and its end tag; empty after `<a/>`."""
        return Span(self._first, self._last)

    def begin(self, first: int) -> None:
        """Note where its start tag ends."""
        self._first = self._last = first

    def finish(self, last: int, end: int) -> None:
        """Note where its end tag is."""
        self._last, self.end = last, end

    def append(self, node: Node) -> None:
        """Add what is in it next."""
        if isinstance(self.children, list):
            self.children.append(node)
        else:
            self.children = [node]

    @property
    def text(self) -> str:
        """The characters directly in it."""
        return "".join([node.text for node in self.children if isinstance(node, Piece)])

    @property
    def pieces(self) -> Iterator[Piece]:
        """The characters directly in it, with their places."""
        return (node for node in self.children if isinstance(node, Piece))

    @property
    def elements(self) -> Iterator[Element]:
        """The elements directly in it."""
        return (node for node in self.children if isinstance(node, Element))

    def find(self, tag: str) -> Element | None:
        """Return the first child of a name."""
        for node in self.children:
            if isinstance(node, Element) and node.tag == tag:
                return node
        return None

    def iterate(self, tag: str) -> Iterator[Element]:
        """Yield all elements of a name in it, at any depth, in order."""
        for element in self.elements:
            if element.tag == tag:
                yield element
            yield from element.iterate(tag)

    def get(self, attribute: str, default: str = "") -> str:
        """Return the value of an attribute."""
        return self.attributes.get(attribute, default)


#: What an element contains.
Node: TypeAlias = Element | Piece
