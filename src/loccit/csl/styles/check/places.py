"""Find the places of elements and attributes in an XML file.

lxml knows no columns, and no places of attributes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.parsers import expat

from loccit._startup.regex import regex
from loccit.errors import InvalidStyle
from loccit.model import Place
from loccit.text_files.positions import Positions

if TYPE_CHECKING:
    from lxml.etree import _Element

_TAG = regex(r"<[^\s/>]+")
_ATTRIBUTE = regex(r"""\s+([^\s=<>/"']+)\s*=\s*(?:"[^"]*"|'[^']*')""")
_XML = "{http://www.w3.org/XML/1998/namespace}"


class Places:
    """The places in a file that lxml could parse.

    It has no document type, so that expat meets no entity.

    Raises:
        InvalidStyle: a name has a letter that only the fifth edition of XML 1.0 allows.
    """

    def __init__(
        self,
        root: _Element,
        data: bytes,
        path: str,
    ) -> None:
        encoding = root.getroottree().docinfo.encoding or "utf-8"
        self._path = path
        self._text = data.decode(encoding, "replace").removeprefix("\ufeff")
        self._positions = Positions(self._text)
        starts = self._element_starts()
        self._starts = dict(zip(root.iter("*"), starts, strict=True))

    def _element_starts(self) -> list[int]:
        """Where the start tags are, in document order."""
        starts: list[int] = []
        parser = expat.ParserCreate("utf-8")

        def begin(name: str, attributes: object) -> None:
            line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber
            starts.append(self._positions.offset(line, column + 1))

        parser.StartElementHandler = begin
        try:
            parser.Parse(self._text.encode(), True)
        except expat.ExpatError as error:
            message = "This is not well-formed XML: a name can't have this letter."
            place = Place(self._path, error.lineno, error.offset + 1)
            raise InvalidStyle(message, place=place) from None
        return starts

    def element(self, element: _Element) -> Place:
        """The beginning of an element."""
        return self._at(self._starts[element])

    def attribute(self, element: _Element, name: str) -> Place:
        """The beginning of an attribute."""
        wanted = name.replace(_XML, "xml:")
        tag = _TAG.match(self._text, self._starts[element])
        position = tag.end() if tag else 0
        while found := _ATTRIBUTE.match(self._text, position):
            if found[1] == wanted:
                return self._at(found.start(1))
            position = found.end()
        return self.element(element)

    def _at(self, position: int) -> Place:
        return Place(self._path, *self._positions.at(position))
