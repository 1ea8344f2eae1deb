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

#: Deeper than any bibliography is.
_DEEPEST = 100
_ROOT = regex(
    r"\A\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^<>\[]*>\s*)*<(?:[\w.-]+:)?([\w.-]+)([^<>]*)>",
    re.DOTALL,
)
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
    root = _parsed(text, path)
    if root.name in names:
        return root, text
    message = (
        f"This XML begins with `<{root.name}>`, as no known bibliography format does."
    )
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
    """Builds elements from expat's events, without recursion."""

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
