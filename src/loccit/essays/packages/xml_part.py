"""An XML part of a package as a tree whose elements know where they are in its text.

expat reads it (it says where each event begins); nothing is ever written back by a
serializer.  DTDs are refused, so there are no entities but XML's own five, and nothing is
fetched.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, TypeAlias
from xml.parsers import expat

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.errors import UnreadableFile
from loccit.essays.mapped_text import Piece
from loccit.model import Place, Span

#: Real documents nest some sixty levels.  Readers call themselves for each of them, four
#: times at most, of the thousand times that Python allows.
_DEEPEST = 160
_SPACE = " "
_ENCODING = regex(
    rb"""\A\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{1,40})["']""", re.IGNORECASE
)
_MARKS = {
    b"\xef\xbb\xbf": "utf-8",
    b"\xff\xfe": "utf-16-le",
    b"\xfe\xff": "utf-16-be",
}
#: An attribute in a start tag: the word after its prefix, and its value in quotes.
_ATTRIBUTE = regex(r"""(?P<name>[^\s=:"'<]+)\s*=\s*(?P<value>"[^"]*"|'[^']*')""")
#: Characters that XML can't have (XML 1.0, section 2.2).
_UNFIT = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


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


@dataclass(frozen=True, slots=True)
class XmlText:
    """The text of a part.

    Attributes:
        text: its characters, with a byte order mark.
        encoding: the codec that `text` goes back with.
    """

    text: str
    encoding: str

    @property
    def data(self) -> bytes:
        """Its bytes; characters that the encoding lacks become references."""
        return self.text.encode(self.encoding, "xmlcharrefreplace")


class XmlPart:
    """A part of a package."""

    def __init__(
        self, data: bytes, name: str, path: str, prefixes: Mapping[str, str]
    ) -> None:
        """Prepare to read a part.

        Args:
            data: its bytes.
            name: its name in the package.
            path: the name of the file, for messages.
            prefixes: the known prefixes by namespace.

        Raises:
            UnreadableFile: the part is not text in a known encoding.
        """
        self.data = data
        self.name = name
        self._path = path
        self._prefixes = prefixes
        self._decoded = self._decode()

    @property
    def text(self) -> str:
        """The characters that spans count."""
        return self._decoded.text

    @cached_property
    def root(self) -> Element:
        """The root element.

        Raises:
            UnreadableFile: the part is not well-formed, has a DTD, or is too deep.
        """
        return self._reader.root

    @cached_property
    def _reader(self) -> _Reader:
        reader = _Reader(self.text, self._prefixes)
        try:
            reader.read()
        except expat.ExpatError as error:
            raise self._error(
                f"`{self.name}` in this document is not well-formed XML: "
                f"{expat.errors.messages[error.code]} (line {error.lineno})."
            ) from error
        except _Refused as refused:
            raise self._error(f"`{self.name}` in this document {refused}.") from refused
        return reader

    def with_text(self, text: str) -> bytes:
        """Return the bytes of the part with another text."""
        return XmlText(text, self._decoded.encoding).data

    def escaped(self, text: str, offset: int) -> str:
        """Write characters as they have to be written at a place of the text."""
        return self.markup(escape(text), offset)

    def markup(self, xml: str, offset: int) -> str:
        """Write XML as it has to be written at a place of the text."""
        if any(span.start < offset < span.end for span in self._reader.sections):
            return f"]]>{xml}<![CDATA["
        return xml

    def attribute_span(self, element: Element, name: str) -> Span:
        """Return the place of an attribute's value, without its quotes.

        Args:
            element: an element that has the attribute.
            name: its name; only the word after the prefix counts.
        """
        start, end = element.start, element.inner.start
        for found in _ATTRIBUTE.finditer(self.text, start, end):
            if found["name"] == name.rpartition(":")[2]:
                return Span(found.start("value") + 1, found.end("value") - 1)
        raise KeyError(name)

    def _decode(self) -> XmlText:
        encoding = _encoding(self.data)
        try:
            text = self.data.decode(encoding)
            exact = text.encode(encoding) == self.data
        except (UnicodeError, LookupError):
            exact = False
        if not exact:
            raise self._error(f"`{self.name}` in this document is not text.")
        return XmlText(text, encoding)

    def _error(self, message: str) -> UnreadableFile:
        return UnreadableFile(
            message,
            place=Place(self._path),
            advice="Open it in the program that wrote it, and save it again.",
        )


class _Refused(Exception):
    """What a part has that documents may not have."""


class _Reader:
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
            _Refused: it has a DTD, or is too deep.
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
            raise _Refused(f"is nested more than {_DEEPEST} levels deep")

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
        raise _Refused("has a document type declaration, which documents may not have")

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


def _encoding(data: bytes) -> str:
    """Return the encoding that a part is written in (XML 1.0, appendix F)."""
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return encoding
    if data.startswith((b"<\0", b"\0<")):
        return "utf-16-le" if data.startswith(b"<") else "utf-16-be"
    found = _ENCODING.match(data)
    return found[1].decode() if found else "utf-8"


def escape(text: str) -> str:
    """Write characters as XML; those that XML can't have are left out.

    >>> escape("R&D <a>")
    'R&amp;D &lt;a&gt;'
    """
    return re.sub(r'[&<>"]', lambda sign: _ESCAPES[sign[0]], _UNFIT.sub("", text))
