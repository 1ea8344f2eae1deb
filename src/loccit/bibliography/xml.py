"""XML of bibliographies, read safely: nothing is fetched, no entity is expanded, and
every element knows its place.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import field
from xml.parsers import expat

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.errors import UnreadableFile
from loccit.model import Place

#: Deeper than any bibliography is.
_DEEPEST = 100
_ROOT = regex(
    r"\A\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^<>\[]*>\s*)*<(?:[\w.-]+:)?([\w.-]+)([^<>]*)>",
    re.DOTALL,
)
_UNWRITABLE = regex("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class Element:
    """An element; `name` is without its namespace, `position` where it begins in the
    text.
    """

    name: str
    namespace: str
    attributes: dict[str, str]
    position: int
    content: list[Element | str] = field(default_factory=list)

    def __iter__(self) -> Iterator[Element]:
        return (child for child in self.content if isinstance(child, Element))

    def all(self, name: str) -> list[Element]:
        """The child elements of that name."""
        return [child for child in self if child.name == name]

    def first(self, name: str) -> Element | None:
        return next((child for child in self if child.name == name), None)

    def text(self, *path: str) -> str:
        """The whole text of the element, or of the first that `path` leads to, or `""`."""
        element: Element | None = self
        for name in path:
            element = element.first(name) if element else None
        return element.joined(lambda child: child.text()) if element else ""

    def joined(self, of_child: Callable[[Element], str]) -> str:
        """The text, with that of each child as `of_child` tells it; one kind of line
        end.
        """
        parts = (
            part if isinstance(part, str) else of_child(part) for part in self.content
        )
        return "".join(parts).replace("\r\n", "\n").replace("\r", "\n")


def root_tag(text: str) -> tuple[str, str]:
    """The name of a text's root element, and its attributes as they stand; `("", "")`
    of what is no XML.

    >>> root_tag("<?xml version='1.0'?><b:Sources SelectedStyle=''>")
    ('Sources', " SelectedStyle=''")
    """
    found = _ROOT.match(text.removeprefix("\ufeff")[:20_000])
    return (found[1], found[2]) if found else ("", "")


def read_root(text: str, path: str, names: Collection[str]) -> tuple[Element, str]:
    """The root element, which has one of the names, and the text as places in it are
    counted.

    What the text says of its own encoding is past.

    Raises:
        UnreadableFile: it is XML of another kind, not well-formed, defines entities, or is nested deeper than any
            bibliography.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    root = _parsed(text, path)
    if root.name in names:
        return root, text
    message = f"This XML begins with `<{root.name}>`, which no bibliography format that is known does."
    advice = "Known are EndNote's XML, MODS, Word's Sources.xml and Zotero's RDF."
    raise UnreadableFile(message, place=Place(path), advice=advice)


def _parsed(text: str, path: str) -> Element:
    reader = _Reader(text, path)
    try:
        reader.parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        raise UnreadableFile(
            f"This is not well-formed XML: {expat.ErrorString(error.code)}.",
            place=Place(path, error.lineno, error.offset + 1),
            advice="Export the file again, or correct that line.",
        ) from None
    return reader.root


class _Reader:
    """Makes elements of what expat tells, without recursion."""

    def __init__(self, text: str, path: str) -> None:
        self.parser = expat.ParserCreate("utf-8", " ")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.CharacterDataHandler = self._text
        self.parser.SkippedEntityHandler = self._skipped
        self.parser.EntityDeclHandler = self._entity
        self._path = path
        self._open = [Element("", "", {}, 0)]
        self._lines = [0]
        for line in text.split("\n"):
            self._lines.append(self._lines[-1] + len(line) + 1)

    @property
    def root(self) -> Element:
        return next(iter(self._open[0]))

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if len(self._open) > _DEEPEST:
            raise self._refused(
                f"Elements are nested more than {_DEEPEST} deep here",
                "Export the file again.",
            )
        namespace, _, name = tag.rpartition(" ")
        position = (
            self._lines[self.parser.CurrentLineNumber - 1]
            + self.parser.CurrentColumnNumber
        )
        plain = {name.rpartition(" ")[2]: value for name, value in attributes.items()}
        element = Element(name, namespace, plain, position)
        self._open[-1].content.append(element)
        self._open.append(element)

    def _end(self, _: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        self._open[-1].content.append(text)

    def _skipped(self, name: str, is_parameter: bool) -> None:
        if not is_parameter:
            self._text(html.unescape(f"&{name};"))

    def _entity(self, *_: object) -> None:
        raise self._refused(
            "This file defines entities, which no bibliography needs",
            "Remove its document type.",
        )

    def _refused(self, message: str, advice: str) -> UnreadableFile:
        place = Place(
            self._path,
            self.parser.CurrentLineNumber,
            self.parser.CurrentColumnNumber + 1,
        )
        return UnreadableFile(f"{message}.", place=place, advice=advice)


def escaped(text: str) -> str:
    """Text as it stands between tags or in an attribute; characters that XML has no
    place for are left out.

    >>> escaped('a < "b" \\x00')
    'a &lt; &quot;b&quot; '
    """
    # xml.sax.saxutils has the like, but takes a tenth of a command's time to import.
    return (
        html.escape(_UNWRITABLE.sub("", text), quote=False)
        .replace('"', "&quot;")
        .replace("\r", "&#13;")
    )


def nested(pairs: Sequence[tuple[str, str]], indent: str) -> Iterator[str]:
    """Lines of elements by their paths, with their content; neighbours share the
    elements round them.

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
        while (
            shared < min(len(around), len(parents))
            and around[shared] == parents[shared]
        ):
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
