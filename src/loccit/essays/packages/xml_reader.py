"""Make a tree of the text of an XML part, with expat: it says where each event begins.

DTDs are refused, so there are no entities but XML's own five, and nothing is fetched.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.parsers import expat

from loccit.essays.mapped_text import Piece
from loccit.essays.packages.element import Element
from loccit.model import Span

#: Real documents nest some sixty levels.  Readers call themselves for each of them, four
#: times at most, of the thousand times that Python allows.
_DEEPEST = 160
_SPACE = " "


class Refused(Exception):
    """What a part has that documents may not have."""


class XmlReader:
    """Makes a tree of a text, with expat."""

    def __init__(self, text: str, prefixes: Mapping[str, str]) -> None:
        self._text = text
        self._prefixes = prefixes
        self._names: dict[str, str] = {}
        self._alike: dict[tuple[tuple[str, str], ...], Mapping[str, str]] = {}
        self._bytes = text.encode()
        self._is_ascii = len(self._bytes) == len(text)
        self._last = (0, 0)  # a place in bytes and in characters
        self._open: list[Element] = []
        self._pending: tuple[str, int] | None = None
        self._section = 0
        self._unstarted: Element | None = None
        self.sections: list[Span] = []  # CDATA
        self.root = Element("", {}, 0)

    def read(self) -> None:
        """Read the whole text.

        Raises:
            ExpatError: it is not well-formed.
            Refused: it has a DTD, or is too deep.
        """
        # Processing namespaces is expat's: it knows where a prefix is bound.
        parser: Any = expat.ParserCreate("utf-8", _SPACE)
        self._parser = parser
        parser.buffer_text = False  # so that each piece has its own place
        parser.ordered_attributes = False
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartCdataSectionHandler = self._start_section
        parser.EndCdataSectionHandler = self._end_section
        parser.CommentHandler = self._other
        parser.ProcessingInstructionHandler = self._other
        parser.StartDoctypeDeclHandler = self._doctype
        parser.Parse(self._bytes, True)
        self._bytes = b""
        self._alike = {}

    def _here(self) -> int:
        """Return where the event is, in characters."""
        offset = int(self._parser.CurrentByteIndex)
        if self._is_ascii:
            return offset
        before, characters = self._last
        characters += len(self._bytes[before:offset].decode())
        self._last = (offset, characters)
        return characters

    def _event(self) -> int:
        """Finish what precedes an event; return where the event is."""
        here = self._here()
        if self._unstarted is not None:
            self._unstarted.begin(here)
            self._unstarted = None
        if self._pending is not None:
            text, start = self._pending
            as_is = self._text.startswith(text, start) and here - start == len(text)
            piece = Piece(text, start, None if as_is else here)
            self._open[-1].append(piece)
            self._pending = None
        return here

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        here = self._event()
        element = Element(self._name(name), self._named(attributes), here)
        if self._open:
            self._open[-1].append(element)
        else:
            self.root = element
        self._open.append(element)
        self._unstarted = element
        if len(self._open) > _DEEPEST:
            raise Refused(f"is nested more than {_DEEPEST} levels deep")

    def _end(self, name: str) -> None:
        here = self._event()
        element = self._open.pop()
        is_empty_tag = self._text.startswith("/>", here - 2)
        if is_empty_tag and element.inner.start == here:  # its end is reported after it
            element.end = here
            return
        element.finish(here, self._text.index(">", here) + 1)

    def _characters(self, text: str) -> None:
        here = self._event()
        if self._open:
            self._pending = (text, here)

    def _start_section(self) -> None:
        self._section = self._event()

    def _end_section(self) -> None:
        self.sections.append(Span(self._section, self._event() + len("]]>")))

    def _other(self, *_: object) -> None:
        self._event()

    def _doctype(self, *_: object) -> None:
        raise Refused("has a document type declaration, which documents may not have")

    def _named(self, attributes: Mapping[str, str]) -> Mapping[str, str]:
        """Return attributes with known prefixes; those that are alike are one object."""
        key = tuple(attributes.items())
        found = self._alike.get(key)
        if found is None:
            found = {self._name(each): value for each, value in key}
            self._alike[key] = found
        return found

    def _name(self, name: str) -> str:
        """Return a name with a known prefix for its namespace."""
        found = self._names.get(name)
        if found is None:
            namespace, _, local = name.rpartition(_SPACE)
            prefix = self._prefixes.get(namespace, namespace and "?")
            found = f"{prefix}:{local}" if prefix else local
            self._names[name] = found
        return found
