"""What the styles of a document say of its text (ODF 1.3, part 3, section 16)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Literal

from loccit._startup.namedtuple import NamedTuple
from loccit.essays.formats.odt.list_markers import ListStyle
from loccit.essays.formats.odt.numbers import number_in
from loccit.essays.packages.element import Element
from loccit.essays.paragraph import MarkKind

Family = Literal["text", "paragraph"]

#: Elements that hold styles.
STYLE_ROOMS = frozenset(["office:styles", "office:automatic-styles"])
#: Weights from here on are bold (XSL 1.1, section 7.9.9).
_BOLD = 600


class Look(NamedTuple):
    """What a style says of its text; None for what it leaves as it is.

    Attributes:
        slant: "emphasis" for italics, "" for upright letters.
        weight: "strong" for bold ones, "" for normal ones.
        position: "superscript", "subscript", or "" for letters on the line.
        is_hidden: whether readers don't see it.
    """

    slant: MarkKind | Literal[""] | None = None
    weight: MarkKind | Literal[""] | None = None
    position: MarkKind | Literal[""] | None = None
    is_hidden: bool | None = None

    def over(self, other: Look) -> Look:
        """Return this look, and what it leaves open as another one has it."""
        return Look(
            other.slant if self.slant is None else self.slant,
            other.weight if self.weight is None else self.weight,
            other.position if self.position is None else self.position,
            other.is_hidden if self.is_hidden is None else self.is_hidden,
        )

    @property
    def marks(self) -> tuple[MarkKind, ...]:
        """The marks that text of this look has."""
        return tuple(kind for kind in (self.slant, self.weight, self.position) if kind)


class Styles:
    """The styles that a part can use."""

    def __init__(self, rooms: Sequence[Element]) -> None:
        """Prepare to look styles up.

        Args:
            rooms: the elements that hold them; what comes first goes first.
        """
        self._rooms = rooms
        self._looks: dict[str, Look] = {}

    def look(self, name: str) -> Look:
        """Return how a style for characters makes them look."""
        if name not in self._looks:
            look = Look()
            for style in self.ancestry("text", name):
                look = look.over(_look(style.find("style:text-properties")))
            self._looks[name] = look
        return self._looks[name]

    def ancestry(self, family: Family, name: str) -> Iterator[Element]:
        """Yield a style, the one that it inherits from, and so on."""
        seen: set[str] = set()
        while name not in seen and (style := self._styles.get((family, name))):
            yield style
            seen.add(name)
            name = style.get("style:parent-style-name")

    def outline_level(self, name: str) -> int:
        """Return the level of the headings that a style is for, 0 if it is for none."""
        for style in self.ancestry("paragraph", name):
            if "style:default-outline-level" in style.attributes:
                return number_in(style, "style:default-outline-level", 0)
        return 0

    def is_quotation(self, name: str) -> bool:
        """Return whether a style is that of block quotations."""
        return any(
            style.get("style:name") in _QUOTATIONS
            for style in self.ancestry("paragraph", name)
        )

    def is_hanging(self, name: str) -> bool:
        """Return whether a style for paragraphs has a hanging indent."""
        for style in self.ancestry("paragraph", name):
            found = style.find("style:paragraph-properties")
            if found is not None and "fo:text-indent" in found.attributes:
                return found.get("fo:text-indent").startswith("-")
        return False

    def begins_page(self, name: str) -> bool:
        """Return whether paragraphs of a style begin a page (20.192)."""
        return self._breaks(name, "fo:break-before") or any(
            style.get("style:master-page-name")
            for style in self.ancestry("paragraph", name)
        )

    def ends_page(self, name: str) -> bool:
        """Return whether a page ends after paragraphs of a style (20.191)."""
        return self._breaks(name, "fo:break-after")

    def _breaks(self, name: str, attribute: str) -> bool:
        for style in self.ancestry("paragraph", name):
            found = style.find("style:paragraph-properties")
            if found is not None and attribute in found.attributes:
                return found.get(attribute) == "page"
        return False

    def has(self, family: Family, name: str) -> bool:
        """Return whether there is a style of a name."""
        return (family, name) in self._styles

    def list_style(self, name: str) -> ListStyle:
        """Return how lists of a style are numbered."""
        return self._list_styles.get(name) or ListStyle({})

    @cached_property
    def _styles(self) -> Mapping[tuple[str, str], Element]:
        found: dict[tuple[str, str], Element] = {}
        for style in _all(self._rooms, "style:style"):
            identity = style.get("style:family"), style.get("style:name")
            found.setdefault(identity, style)
        return found

    @cached_property
    def _list_styles(self) -> Mapping[str, ListStyle]:
        found: dict[str, ListStyle] = {}
        for style in _all(self._rooms, "text:list-style"):
            found.setdefault(style.get("style:name"), ListStyle.of(style))
        return found


#: The names that LibreOffice and pandoc give the style of block quotations.
_QUOTATIONS = frozenset(["Quotations", "Quote", "Quotation", "Blockquote"])


def _all(rooms: Iterable[Element], tag: str) -> Iterator[Element]:
    for room in rooms:
        for element in room.elements:
            if element.tag == tag:
                yield element


def _look(properties: Element | None) -> Look:
    if properties is None:
        return Look()
    hidden = properties.get("text:display")
    return Look(
        _slant(properties.get("fo:font-style")),
        _weight(properties.get("fo:font-weight")),
        _position(properties.get("style:text-position")),
        hidden == "none" if hidden else None,
    )


def _slant(value: str) -> Literal["emphasis", ""] | None:
    if not value:
        return None
    return "emphasis" if value in ("italic", "oblique") else ""


def _weight(value: str) -> Literal["strong", ""] | None:
    if not value:
        return None
    is_bold = value == "bold" or (value.isdecimal() and int(value) >= _BOLD)
    return "strong" if is_bold else ""


def _position(value: str) -> Literal["superscript", "subscript", ""] | None:
    """Read `super 58%`, `-33% 58%` or `0% 100%` (20.367)."""
    raised = value.partition(" ")[0]
    if not raised:
        return None
    if raised == "sub" or raised.startswith("-"):
        return "subscript"
    return "" if raised in ("0%", "0") else "superscript"
