"""What the styles of a document say (ECMA-376, Part 1, section 17.7).

Built-in styles have the same names in every language; their ids and what Word shows are
translated.  A style has what it does not say itself from the one that it is based on.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Literal

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.formats.docx.values import is_on, number
from loccit.essays.packages.element import Element

_HEADING = regex(r"heading ([1-9])")
_QUOTES = frozenset(
    ["quote", "intense quote", "block text", "quotations", "block quotation"]
)
#: The level of an outline that body text has.
_BODY_LEVEL = 9
#: In twips: less is no indent that readers take for that of a quotation.
_INDENT = 200

#: What sets the first line apart.
_FIRST_LINE = frozenset(["w:hanging", "w:firstLine"])


class Look(NamedTuple):
    """How characters look, as far as it says something of them."""

    is_italic: bool = False
    is_bold: bool = False
    position: Literal["", "superscript", "subscript"] = ""


class Numbered(NamedTuple):
    """The list and the level in it that a paragraph has."""

    list_id: str
    level: int


class Styles:
    """The styles of a document."""

    def __init__(self, root: Element | None) -> None:
        """Read the root element of the part with the styles, if there is one."""
        self._styles: dict[str, Element] = {}
        self._default = ""
        self._looks: dict[tuple[str, str], Look] = {}
        self._defaults: list[Element] = []
        if root:
            self._defaults = [*root.iterate("w:rPrDefault")]
            for each in root.elements:
                if each.tag == "w:style":
                    self._add(each)

    def _add(self, style: Element) -> None:
        identifier = style.get("w:styleId")
        self._styles.setdefault(identifier, style)
        is_default = style.get("w:default") in ("1", "true", "on")
        if is_default and style.get("w:type") == "paragraph":
            self._default = identifier

    # Paragraphs

    def of_paragraph(self, paragraph: Element) -> str:
        """Return the id of the style of a paragraph."""
        named = _property(paragraph, "w:pPr", "w:pStyle")
        return named.get("w:val") if named else self._default

    def level(self, paragraph: Element) -> int:
        """Return the level of a heading, 1 for the highest; 0 for other paragraphs."""
        for each in self._levels(paragraph):
            outline = _property(each, "w:pPr", "w:outlineLvl")
            if outline:
                level = number(outline)
                return level + 1 if level < _BODY_LEVEL else 0
            heading = _HEADING.fullmatch(_name(each))
            if heading:
                return int(heading[1])
        return 0

    def is_quoted(self, paragraph: Element) -> bool:
        """Return whether a paragraph is a block quotation: by its style, or by indents
        on both sides.
        """
        levels = [*self._levels(paragraph)]
        if any(_name(each) in _QUOTES for each in levels):
            return True
        left = _indent(levels, "w:left", "w:start")
        right = _indent(levels, "w:right", "w:end")
        return min(left, right) >= _INDENT

    def begins_page(self, paragraph: Element) -> bool:
        """Return whether a paragraph begins a page (17.3.1.23)."""
        for each in self._levels(paragraph):
            found = _property(each, "w:pPr", "w:pageBreakBefore")
            if found:
                return is_on(found)
        return False

    def has_hanging_indent(self, paragraph: Element) -> bool:
        """Return whether the lines of a paragraph are indented but for the first."""
        for each in self._levels(paragraph):
            indent = _property(each, "w:pPr", "w:ind")
            if indent and not _FIRST_LINE.isdisjoint(indent.attributes):
                return number(indent, "w:hanging") > 0
        return False

    def numbered(self, paragraph: Element) -> Numbered | None:
        """Return the list that a paragraph is in, if it is in one."""
        list_id, level = "", None
        for each in self._levels(paragraph):
            found = _property(each, "w:pPr", "w:numPr")
            if found:
                named, depth = found.find("w:numId"), found.find("w:ilvl")
                list_id = list_id or (named.get("w:val") if named else "")
                level = level or depth
        if list_id in ("", "0"):
            return None
        return Numbered(list_id, number(level))

    def is_numbered(self, style: str) -> bool:
        """Return whether a style numbers its paragraphs."""
        found = [_property(each, "w:pPr", "w:numPr") for each in self._chain(style)]
        return any(found)

    def is_hanging(self, style: str) -> bool:
        """Return whether the lines of a style are indented but for the first."""
        for each in self._chain(style):
            indent = _property(each, "w:pPr", "w:ind")
            if indent:
                return number(indent, "w:hanging") > 0
        return False

    def named(self, name: str, kind: str = "paragraph") -> str | None:
        """Return the id of the style of a name, in whatever case."""
        for identifier, style in self._styles.items():
            if style.get("w:type") == kind and _name(style) == name.casefold():
                return identifier
        return None

    def _levels(self, paragraph: Element) -> Iterator[Element]:
        """Yield a paragraph, its style, and the styles that this is based on."""
        yield paragraph
        yield from self._chain(self.of_paragraph(paragraph))

    def _chain(self, identifier: str) -> Iterator[Element]:
        """Yield a style, and those that it is based on."""
        seen = set()
        while identifier in self._styles and identifier not in seen:
            seen.add(identifier)
            style = self._styles[identifier]
            yield style
            base = style.find("w:basedOn")
            identifier = base.get("w:val") if base else ""

    # Characters

    def look(self, run: Element, paragraph_style: str) -> Look:
        """Return how the characters of a run look.

        Args:
            run: the `w:r`.
            paragraph_style: the id of the style of its paragraph.
        """
        properties = run.find("w:rPr")
        named = properties.find("w:rStyle") if properties else None
        style = named.get("w:val") if named else ""
        key = (paragraph_style, style)
        if key not in self._looks:
            self._looks[key] = self._styled(paragraph_style, style)
        return (
            _with_own(self._looks[key], properties) if properties else self._looks[key]
        )

    def _styled(self, paragraph_style: str, style: str) -> Look:
        """Return the look of styles.  What both styles set cancels out (17.7.3)."""
        outer = _look(self._chain(paragraph_style))
        inner = _look(self._chain(style)) if style else Look()
        default = _look(self._defaults)
        return Look(
            default.is_italic or outer.is_italic != inner.is_italic,
            default.is_bold or outer.is_bold != inner.is_bold,
            inner.position or outer.position,
        )


def _look(levels: Iterable[Element]) -> Look:
    """Return the look that the first of several elements sets that sets it."""
    found: dict[str, Element] = {}
    for each in levels:
        properties = each.find("w:rPr")
        for one in properties.elements if properties else ():
            found.setdefault(one.tag, one)
    return Look(
        is_on(found.get("w:i")),
        is_on(found.get("w:b")),
        _position(found.get("w:vertAlign")),
    )


def _with_own(look: Look, properties: Element) -> Look:
    """Return a look with what a run says itself."""
    for each in properties.elements:
        match each.tag:
            case "w:i":
                look = look._replace(is_italic=is_on(each))
            case "w:b":
                look = look._replace(is_bold=is_on(each))
            case "w:vertAlign":
                look = look._replace(position=_position(each))
    return look


def _position(element: Element | None) -> Literal["", "superscript", "subscript"]:
    value = element.get("w:val") if element else ""
    match value:
        case "superscript" | "subscript":
            return value
        case _:
            return ""


def _property(element: Element, group: str, name: str) -> Element | None:
    properties = element.find(group)
    return properties.find(name) if properties else None


def _name(style: Element) -> str:
    found = style.find("w:name")
    return found.get("w:val").casefold() if found else ""


def _indent(levels: Iterable[Element], *names: str) -> int:
    """Return the first indent on a side that an element sets, in twips."""
    for each in levels:
        found = _property(each, "w:pPr", "w:ind")
        for name in names:
            if found and name in found.attributes:
                return number(found, name)
    return 0
