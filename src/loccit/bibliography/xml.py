"""Read the XML of bibliographies safely: nothing is fetched, no entity is expanded, and
every element knows its position.

expat is used rather than lxml because it reports columns, and starts 28 ms sooner.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from xml.parsers import expat

from loccit._startup.dataclass import dataclass, field
from loccit._startup.regex import regex
from loccit.errors import UnreadableFile
from loccit.model import Place
from loccit.text_files.newlines import LINE_END

#: Deeper than any bibliography is.
_DEEPEST = 100
_ROOT = regex(
    r"\A\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^<>\[]*>\s*)*<(?:[\w.-]+:)?([\w.-]+)([^<>]*)>",
    re.DOTALL,
)
#: The position of what is around the text that positions refer to: before all of it.
_AROUND = -(10**12)
_UNWRITABLE = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class Element:
    """An element; `name` has no namespace, `position` is its offset in the text."""

    name: str
    namespace: str
    attributes: dict[str, str]
    position: int
    content: list[Element | str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Element]:
        return (child for child in self.content if isinstance(child, Element))

    def all(self, name: str) -> list[Element]:
        """Return the child elements with that name."""
        return [child for child in self if child.name == name]

    def first(self, name: str) -> Element | None:
        return next((child for child in self if child.name == name), None)

    def text(self, *path: str) -> str:
        """Return all text of the element, or of the first element on `path`, or `""`."""
        element: Element | None = self
        for name in path:
            element = element.first(name) if element else None
        return element.joined(lambda child: child.text()) if element else ""

    def joined(self, of_child: Callable[[Element], str]) -> str:
        """Join the text, with that of each child from `of_child`; line ends are `\\n`."""
        parts = (
            part if isinstance(part, str) else of_child(part) for part in self.content
        )
        return "".join(parts).replace("\r\n", "\n").replace("\r", "\n")


def root_tag(text: str) -> tuple[str, str]:
    """Return the name of the root element and its attributes as text, or `("", "")` if
    the text is not XML.

    >>> root_tag("<?xml version='1.0'?><b:Sources SelectedStyle=''>")
    ('Sources', " SelectedStyle=''")
    """
    found = _ROOT.match(text.removeprefix("\ufeff")[:20_000])
    return (found[1], found[2]) if found else ("", "")


def read_root(text: str, path: str, names: Collection[str]) -> tuple[Element, str]:
    """Parse XML whose root element has one of these names.

    The encoding that the text declares is ignored, since it was decoded already.

    Returns:
        The root element, and the text that positions refer to.

    Raises:
        UnreadableFile: the XML has another root, is not well-formed, defines entities, or
            is nested deeper than any bibliography.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    parser = XmlParser(path)
    tree = TreeBuilder(parser, _line_starts(text))
    tree.listen()
    parser.read(text)
    check_root(tree.root.name, path, names)
    return tree.root, text


def read_element(text: str, around: str) -> Element:
    """Read an element of a document that is known to be well-formed.

    Args:
        text: the element's own text, to which positions refer.
        around: the start tags of the elements around it, on one line.
    """
    parser = XmlParser("", is_part=True)
    tree = TreeBuilder(parser, [_AROUND, *_line_starts(text)])
    tree.listen()
    parser.read(f"{around}\n{text}")
    element = tree.root
    while element.position < 0:
        element = next(iter(element))
    return element


def check_root(name: str, path: str, names: Collection[str]) -> None:
    """Refuse a file whose root element has none of these names.

    Raises:
        UnreadableFile: it has another one.
    """
    if name not in names:
        message = (
            f"This XML begins with `<{name}>`, as no known bibliography format does."
        )
        advice = "Known are EndNote's XML, MODS, Word's Sources.xml and Zotero's RDF."
        raise UnreadableFile(message, place=Place(path), advice=advice)


def _line_starts(text: str) -> list[int]:
    return [0, *(found.end() for found in LINE_END.finditer(text))]


class XmlParser:
    """expat, which refuses what no bibliography needs.

    Attributes:
        expat: its parser.
    """

    def __init__(self, path: str, *, is_part: bool = False) -> None:
        self.expat = expat.ParserCreate("utf-8", " ")
        self.expat.buffer_text = True
        self.expat.EntityDeclHandler = self._entity
        # The document type of a part's file may name entities that expat doesn't know.
        self.expat.UseForeignDTD(is_part)
        self._path = path
        self._is_part = is_part

    def read(self, text: str) -> None:
        """Parse a text.

        Raises:
            UnreadableFile: as in `read_root`.
        """
        try:
            self.expat.Parse(text.encode("utf-8", "replace"), not self._is_part)
        except expat.ExpatError as error:
            raise UnreadableFile(
                f"This is not well-formed XML: {expat.ErrorString(error.code)}.",
                place=Place(self._path, error.lineno, error.offset + 1),
                advice="Export the file again, or correct that line.",
            ) from None
        finally:
            self._forget_handlers()

    def _forget_handlers(self) -> None:
        """Let go of who listened, and of what they hold: there may be many parsers."""
        self.expat.StartElementHandler = None
        self.expat.EndElementHandler = None
        self.expat.CharacterDataHandler = None
        self.expat.SkippedEntityHandler = None
        self.expat.EntityDeclHandler = None

    def check_depth(self, depth: int) -> None:
        """Refuse elements that are nested deeper than any bibliography.

        Raises:
            UnreadableFile: they are.
        """
        if depth > _DEEPEST:
            raise self._refused(
                f"Elements are nested more than {_DEEPEST} deep here",
                "Export the file again.",
            )

    def _entity(self, *_: object) -> None:
        raise self._refused(
            "This file defines entities, which no bibliography needs",
            "Remove its document type.",
        )

    def _refused(self, message: str, advice: str) -> UnreadableFile:
        line, column = self.expat.CurrentLineNumber, self.expat.CurrentColumnNumber
        place = Place(self._path, line, column + 1)
        return UnreadableFile(f"{message}.", place=place, advice=advice)


class TreeBuilder:
    """Builds elements from expat's events, without recursion.

    Args:
        parser: the parser.
        lines: where each line begins in the text that positions refer to; none if
            nobody asks for positions.
        depth: how many elements are around those that are built.
    """

    def __init__(self, parser: XmlParser, lines: Sequence[int], depth: int = 0) -> None:
        self._parser = parser
        self._expat = parser.expat
        self._lines = lines
        self._depth = depth
        self._open = [Element("", "", {}, 0)]

    def listen(self) -> None:
        """Take all events from now on."""
        self._expat.StartElementHandler = self.start
        self._expat.EndElementHandler = self.end
        self._expat.CharacterDataHandler = self._text
        self._expat.SkippedEntityHandler = self._skipped

    @property
    def root(self) -> Element:
        return next(iter(self._open[0]))

    @property
    def is_complete(self) -> bool:
        return len(self._open) == 1

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        self._parser.check_depth(self._depth + len(self._open))
        element = new_element(tag, attributes, self._position())
        self._open[-1].content.append(element)
        self._open.append(element)

    def end(self, _: str) -> None:
        self._open.pop()

    def _position(self) -> int:
        if not self._lines:
            return 0
        line = self._lines[self._expat.CurrentLineNumber - 1]
        return line + self._expat.CurrentColumnNumber

    def _text(self, text: str) -> None:
        self._open[-1].content.append(text)

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self._text(html.unescape(f"&{name};"))


def new_element(tag: str, attributes: dict[str, str], position: int) -> Element:
    """Return an element without content.

    Args:
        tag: its namespace and name, as expat has them.
        attributes: their names are like the tag.
        position: where it begins.
    """
    namespace, _, name = tag.rpartition(" ")
    plain = {name.rpartition(" ")[2]: value for name, value in attributes.items()}
    return Element(name, namespace, plain, position)


def escaped(text: str) -> str:
    """Escape text for an element or an attribute; remove characters that XML can't have.

    >>> escaped('a < "b" \\x00')
    'a &lt; &quot;b&quot; '
    """
    # xml.sax.saxutils has a similar function, but importing it takes a tenth of a
    # command's time.
    text = html.escape(_UNWRITABLE.sub("", text), quote=False)
    return text.replace('"', "&quot;").replace("\r", "&#13;")


def nested(pairs: Sequence[tuple[str, str]], indent: str) -> Iterator[str]:
    """Write elements by their paths, a line each; neighbors share their parents.

    >>> print("\\n".join(nested([("a/b", "1"), ("a/c", "2")], "")))
    <a>
      <b>1</b>
      <c>2</c>
    </a>
    """
    around: list[str] = []
    for path, content in pairs:
        *parents, name = path.split("/")
        shared = 0
        for open_element, parent in zip(around, parents, strict=False):
            if open_element != parent:
                break
            shared += 1
        yield from _closed(around, shared, indent)
        for parent in parents[shared:]:
            yield f"{indent}{'  ' * len(around)}<{parent}>"
            around.append(parent)
        yield f"{indent}{'  ' * len(around)}<{name}>{content}</{name.split()[0]}>"
    yield from _closed(around, 0, indent)


def _closed(around: list[str], to: int, indent: str) -> Iterator[str]:
    while len(around) > to:
        name = around.pop().split()[0]
        yield f"{indent}{'  ' * len(around)}</{name}>"
