"""The elements of an HTML text, as browsers nest them (HTML Standard, section 13.2.6).

Tags that are missing are implied: the next `<p>` ends a paragraph, the next `<li>` an
item of a list.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Literal

from loccit._startup.namedtuple import NamedTuple
from loccit.essays.formats.html.tokens import Attribute, Token, attributes, tokens

_VOID_NAMES = """
area base br col embed hr img input link meta param source track wbr
"""
VOID = frozenset(_VOID_NAMES.split())
#: The elements that begin on a line of their own.
_BLOCKS_NAMES = """
address article aside blockquote body caption center col colgroup d-article
d-appendix d-byline d-title dd details dialog dir div dl dt fieldset figcaption
figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li
main menu nav ol optgroup option p pre search section summary table tbody td
template tfoot th thead tr ul
"""
BLOCKS = frozenset(_BLOCKS_NAMES.split())
_HEADINGS = frozenset(["h1", "h2", "h3", "h4", "h5", "h6"])
_TABLE_PARTS = frozenset(
    ["caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"]
)
#: Blocks that may be in a paragraph's place only: they end it.
_END_PARAGRAPH = BLOCKS - _TABLE_PARTS - {"body", "head", "html", "optgroup", "option"}
_IN_HEAD = frozenset(
    [
        "base",
        "link",
        "meta",
        "noscript",
        "script",
        "style",
        "template",
        "title",
        "head",
        "html",
    ]
)
_LISTS = frozenset(["dir", "menu", "ol", "table", "td", "th", "ul"])
#: What each element ends, and the elements within which it does so.
_ENDED = {
    "li": (frozenset(["li"]), _LISTS),
    "dd": (frozenset(["dd", "dt"]), frozenset(["dl", "table", "td", "th"])),
    "dt": (frozenset(["dd", "dt"]), frozenset(["dl", "table", "td", "th"])),
    "td": (frozenset(["td", "th"]), frozenset(["table", "tr"])),
    "th": (frozenset(["td", "th"]), frozenset(["table", "tr"])),
    "tr": (frozenset(["tr"]), frozenset(["table"])),
    "tbody": (frozenset(["tbody", "tfoot", "thead"]), frozenset(["table"])),
    "tfoot": (frozenset(["tbody", "tfoot", "thead"]), frozenset(["table"])),
    "thead": (frozenset(["tbody", "tfoot", "thead"]), frozenset(["table"])),
    "body": (frozenset(["head"]), frozenset[str]()),
}
_P = frozenset(["p"])
_HEAD = frozenset(["head"])
_P_SCOPE = frozenset(["button", "caption", "object", "table", "td", "template", "th"])
_CELLS = frozenset(["caption", "table", "td", "th"])
#: No essay nests deeper; the search for the element that a tag closes stays quick.
_DEEPEST = 1000


class Element:
    """An element, with the places of its tags.

    Attributes:
        start, end: where it begins and ends, tags included.
        inner_start, inner_end: the same of its content.
        parent: the element that it is in.
    """

    __slots__ = (
        "_attributes",
        "end",
        "inner_end",
        "inner_start",
        "name",
        "parent",
        "start",
        "tag",
        "text",
    )

    def __init__(self, tag: Token, text: str, parent: Element | None) -> None:
        self.name = tag.name
        self.tag = tag
        self.text = text
        self.parent = parent
        self.start, self.inner_start = tag.start, tag.end
        self.inner_end = self.end = tag.end
        self._attributes: Mapping[str, Attribute] | None = None

    @property
    def attributes(self) -> Mapping[str, Attribute]:
        """Its attributes, by their names in lower case."""
        if self._attributes is None:
            self._attributes = attributes(self.text, self.tag)
        return self._attributes

    def get(self, name: str) -> str:
        """Return the value of an attribute; "" if it has none."""
        if self.inner_start - self.start == len(self.name) + 2:  # `<p>`
            return ""
        found = self.attributes.get(name)
        return found.value if found else ""

    @property
    def classes(self) -> list[str]:
        """Its classes."""
        return self.get("class").split()

    @property
    def roles(self) -> list[str]:
        """Its roles for assistive technology."""
        return self.get("role").split()

    def ancestors(self) -> Iterator[Element]:
        """Yield the elements that it is in, the nearest first."""
        above = self.parent
        while above:
            yield above
            above = above.parent

    def is_in(self, other: Element) -> bool:
        """Return whether its place is within another element, or it is that one."""
        return other.start <= self.start and self.end <= other.end


class Event(NamedTuple):
    """A place where an element opens or closes, or text of an element."""

    kind: Literal["open", "close", "text"]
    element: Element
    start: int
    end: int


class Tree(NamedTuple):
    """The elements of a text in the order in which they open.

    Attributes:
        root: an element around all of them, which has no tags.
    """

    root: Element
    elements: list[Element]
    events: list[Event]


def read_tree(text: str, start: int = 0, *, is_xml: bool = False) -> Tree:
    """Read the elements of a text.

    Args:
        text: the characters of the file.
        start: where its markup begins.
        is_xml: whether every element may be closed in its first tag.
    """
    builder = _Builder(text, start, is_xml)
    for token in tokens(text, start, is_xml=is_xml):
        match token.kind:
            case "open":
                builder.open(token)
            case "close":
                builder.close(token)
            case "text":
                builder.add_text(token)
    builder.finish()
    return builder.tree


class _Builder:
    def __init__(self, text: str, start: int, is_xml: bool) -> None:
        root = Element(Token("open", start, start, ""), text, None)
        self.tree = Tree(root, [], [])
        self._text = text
        self._is_xml = is_xml
        self._stack = [root]
        self._open = Counter[str]()

    def add_text(self, token: Token) -> None:
        self._event("text", self._stack[-1], token.start, token.end)

    def open(self, token: Token) -> None:
        self._end_before(token.name, token.start)
        element = Element(token, self._text, self._stack[-1])
        self.tree.elements.append(element)
        self._event("open", element, token.start, token.end)
        if token.name in VOID or (token.closed and self._may_be_closed(token.name)):
            self._event("close", element, token.end, token.end)
            return
        self._stack.append(element)
        self._open[token.name] += 1

    def close(self, token: Token) -> None:
        """Close the nearest element of that name.  One that only sets text apart is
        closed alone where blocks are open in it.
        """
        name = token.name
        if not self._open[name]:
            return
        boundary = frozenset[str]() if name in _TABLE_PARTS | _CELLS else _CELLS
        is_inline = name not in BLOCKS
        crosses_block = False
        for depth in range(1, min(len(self._stack), _DEEPEST)):
            element = self._stack[-depth]
            if element.name == name:
                if is_inline and crosses_block:
                    del self._stack[-depth]
                    self._ended(element, token.start, token.end)
                else:
                    self._pop(depth, token.start, token.end)
                return
            if element.name in boundary:
                return
            crosses_block = crosses_block or element.name in BLOCKS

    def finish(self) -> None:
        """Close all that is open."""
        end = len(self._text)
        self._pop(len(self._stack) - 1, end, end)
        self.tree.root.inner_end = self.tree.root.end = end

    def _may_be_closed(self, name: str) -> bool:
        """Return whether a slash in its tag closes an element.  Custom elements have
        hyphens; people close them so, though browsers do not.
        """
        return (
            self._is_xml
            or "-" in name
            or self._open["svg"] > 0
            or self._open["math"] > 0
        )

    def _end_before(self, name: str, place: int) -> None:
        """Close what ends where an element of that name begins."""
        if self._open["head"] and name not in _IN_HEAD:
            self._end(_HEAD, frozenset(), place)
        if self._open["p"] and name in _END_PARAGRAPH:
            self._end(_P, _P_SCOPE, place)
        if name in _HEADINGS and self._stack[-1].name in _HEADINGS:
            self._pop(1, place, place)
        if name in _ENDED:
            self._end(*_ENDED[name], place)

    def _end(self, names: frozenset[str], scope: frozenset[str], place: int) -> None:
        """Close the nearest element with one of some names, within a scope."""
        for depth in range(1, min(len(self._stack), _DEEPEST)):
            name = self._stack[-depth].name
            if name in names:
                self._pop(depth, place, place)
                return
            if name in scope:
                return

    def _pop(self, number: int, inner_end: int, end: int) -> None:
        """Close the innermost elements; only the last of them has a tag for that."""
        for left in range(number, 0, -1):
            element = self._stack.pop()
            self._ended(element, inner_end, end if left == 1 else inner_end)

    def _ended(self, element: Element, inner_end: int, end: int) -> None:
        element.inner_end, element.end = inner_end, end
        self._open[element.name] -= 1
        self._event("close", element, inner_end, end)

    def _event(
        self,
        kind: Literal["open", "close", "text"],
        element: Element,
        start: int,
        end: int,
    ) -> None:
        self.tree.events.append(Event(kind, element, start, end))
