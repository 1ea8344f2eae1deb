"""Find the records in XML, without making elements of what is in them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.records.scanned_records import Found, ScannedRecords
from loccit.bibliography.xml import (
    Element,
    TreeBuilder,
    XmlParser,
    check_root,
    new_element,
)
from loccit.text_files.newlines import LINE_END

#: A tag in well-formed XML; `>` may be in the value of an attribute.
_TAG = regex(rb"""<[^"'>]*(?:(?:"[^"]*"|'[^']*')[^"'>]*)*>""")


class Shape(NamedTuple):
    """How a format arranges its records.

    Attributes:
        roots: the names of its root elements.
        record: the name of a record, which is the root, or in it.
        within: the name of an element of the root that has the records, if it is there.
        key: the names of the elements of a record that its key is in.
        key_of: returns the key of a record, of which only its attributes and these
            elements are given.
    """

    roots: Collection[str]
    record: str
    key: Collection[str]
    key_of: Callable[[Element], str]
    within: str = ""


def scan_xml(module: str, text: str, path: str, shape: Shape) -> ScannedRecords:
    """Find the records of a text, with the start tags around them as their context.

    Raises:
        UnreadableFile: as in `read_root`.
    """
    xml = text.removeprefix("\ufeff")
    mark = len(text) - len(xml)
    parser = XmlParser(path)
    scanner = _Scanner(parser, xml.encode("utf-8", "replace"), shape)
    parser.read(xml)
    check_root(scanner.root, path, shape.roots)
    records = scanner.records
    bounds = [bound for record in records for bound in (record.start, record.end)]
    offsets = [mark + offset for offset in _in_characters(scanner.data, bounds)]
    keys = [record.key for record in records]
    found = list(map(Found, offsets[::2], offsets[1::2], keys))
    return ScannedRecords(module, text, path, found, scanner.around)


def _in_characters(data: bytes, positions: Iterable[int]) -> Iterator[int]:
    """Return positions in UTF-8 as positions in its text."""
    if data.isascii():
        yield from positions
        return
    last = 0
    count = 0
    for position in positions:
        count += len(data[last:position].decode("utf-8"))
        last = position
        yield count


class _Scanner:
    """Notes where records begin and end, from expat's events.

    Attributes:
        data: the text as expat reads it.
        root: the name of the root element.
        around: the start tags around the records, on one line.
    """

    def __init__(self, parser: XmlParser, data: bytes, shape: Shape) -> None:
        self.data = data
        self.root = ""
        self.around = ""
        self._parser = parser
        self._expat = parser.expat
        self._shape = shape
        #: The names of the open elements around a record, and where they begin.
        self._names: list[str] = []
        self._starts: list[int] = []
        self._in_root: list[Found] = []
        self._within: list[Found] = []
        self._containers = 0
        self._record = Element("", "", {}, 0)
        self._depth = 0
        self._listen_outside()

    @property
    def records(self) -> list[Found]:
        """The records, with their positions in `data`."""
        return self._within if self._containers else self._in_root

    def _listen_outside(self) -> None:
        self._expat.StartElementHandler = self._start_outside
        self._expat.EndElementHandler = self._end_outside

    def _listen_inside(self) -> None:
        self._expat.StartElementHandler = self._start_inside
        self._expat.EndElementHandler = self._end_inside
        self._expat.CharacterDataHandler = None
        self._expat.SkippedEntityHandler = None

    def _start_outside(self, tag: str, attributes: dict[str, str]) -> None:
        name = tag.rpartition(" ")[2]
        self.root = self.root or name
        if self._is_record(name):
            self._record = new_element(tag, attributes, 0)
        self._names.append(name)
        self._starts.append(self._expat.CurrentByteIndex)
        self._parser.check_depth(len(self._names))
        if len(self._names) == 2 and name == self._shape.within:
            self._containers += 1
        if self._record.name:
            self._depth = 0
            self._listen_inside()

    def _is_record(self, name: str) -> bool:
        """Return whether an element that begins here is a record."""
        depth = len(self._names)
        if name != self._shape.record or depth > 2:
            return False
        if depth == 2:
            return self._names[1] == self._shape.within and self._containers == 1
        return not self._containers

    def _end_outside(self, _: str) -> None:
        self._names.pop()
        self._starts.pop()

    def _start_inside(self, tag: str, attributes: dict[str, str]) -> None:
        if not self._depth and tag.rpartition(" ")[2] in self._shape.key:
            self._build(tag, attributes)
            return
        self._depth += 1
        self._parser.check_depth(len(self._names) + self._depth)

    def _end_inside(self, _: str) -> None:
        if self._depth:
            self._depth -= 1
            return
        start = self._starts[-1]
        found = Found(start, self._end(start), self._shape.key_of(self._record))
        self._record = Element("", "", {}, 0)
        self._end_outside("")
        self._listen_outside()
        records = self._within if self._containers else self._in_root
        if not records:
            # That of records beside a container is not needed.
            self.around = "".join(map(self._start_tag, self._starts))
        records.append(found)

    def _end(self, start: int) -> int:
        """Return the end of the element that begins at `start` and ends now."""
        tag = self._tag(start)
        if not tag[0].endswith(b"/>"):
            tag = self._tag(self._expat.CurrentByteIndex)
        return tag.end()

    def _start_tag(self, start: int) -> str:
        return LINE_END.sub(" ", self._tag(start)[0].decode("utf-8"))

    def _tag(self, start: int) -> re.Match[bytes]:
        tag = _TAG.match(self.data, start)
        assert tag is not None  # expat has read it
        return tag

    def _build(self, tag: str, attributes: dict[str, str]) -> None:
        """Build an element that the key is in, and go on after it."""
        builder = TreeBuilder(self._parser, (), len(self._names))

        def end(tag: str) -> None:
            builder.end(tag)
            if builder.is_complete:
                self._record.content.append(builder.root)
                self._listen_inside()

        builder.start(tag, attributes)
        builder.listen()
        self._expat.EndElementHandler = end
