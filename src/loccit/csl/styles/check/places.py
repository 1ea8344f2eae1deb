"""Where the elements and attributes of an XML file stand: lxml tells no columns, and of
attributes nothing.
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
    """The places in a file that was parsed without fault and has no document type, so
    that expat meets no entity.

    Raises:
        InvalidStyle: a name has a letter that names may have since the fifth edition of XML 1.0 alone.
    """

    def __init__(self, root: _Element, data: bytes, path: str) -> None:
        encoding = root.getroottree().docinfo.encoding or "utf-8"
        self._path = path
        self._text = data.decode(encoding, "replace").removeprefix("\ufeff")
        self._positions = Positions(self._text)
        starts: list[int] = []
        parser = expat.ParserCreate("utf-8")

        def begin(name: str, attributes: object) -> None:
            line, column = parser.CurrentLineNumber, parser.CurrentColumnNumber + 1
            starts.append(self._positions.offset(line, column))

        parser.StartElementHandler = begin
        try:
            parser.Parse(self._text.encode(), True)
        except expat.ExpatError as error:
            place = Place(path, error.lineno, error.offset + 1)
            raise InvalidStyle(
                "This is not well-formed XML: a name can't have this letter.",
                place=place,
            ) from None
        self._starts = dict(zip(root.iter("*"), starts, strict=True))

    def element(self, element: _Element) -> Place:
        """Where an element begins."""
        return self._at(self._starts[element])

    def attribute(self, element: _Element, name: str) -> Place:
        """Where an attribute of an element begins."""
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
