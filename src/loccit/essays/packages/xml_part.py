"""An XML part of a package as a tree whose elements know where they are in its text.

Nothing is ever written back by a serializer: edits are of that text.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from xml.parsers import expat

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.errors import UnreadableFile
from loccit.essays.packages.element import Element
from loccit.essays.packages.xml_reader import Refused, XmlReader
from loccit.model import Place, Span

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
    def _reader(self) -> XmlReader:
        reader = XmlReader(self.text, self._prefixes)
        try:
            reader.read()
        except expat.ExpatError as error:
            raise self._error(
                f"`{self.name}` in this document is not well-formed XML: "
                f"{expat.errors.messages[error.code]} (line {error.lineno})."
            ) from error
        except Refused as refused:
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
