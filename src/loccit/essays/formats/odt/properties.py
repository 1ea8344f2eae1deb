"""What programs keep in the properties of a document: `meta:user-defined` in `meta.xml`
(ODF 1.3, part 3, section 4.3.3).

A property has at most 255 characters, so a longer text is in several: `NAME_1`, `NAME_2`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from loccit._startup.regex import regex
from loccit.essays.packages.xml_part import Element, XmlPart
from loccit.model import Span

#: A name, and the number of one of its properties.
_NUMBERED = regex(r"(?P<name>.+)_(?P<number>\d{1,6})")


class Property(NamedTuple):
    """A text that is kept in properties.

    Attributes:
        value: the text.
        spans: where its pieces are, in order.
        part: the part of the document that they are in.
    """

    value: str
    spans: tuple[Span, ...]
    part: str


def properties(part: XmlPart) -> Mapping[str, Property]:
    """Return the texts that are kept in numbered properties, by name."""
    pieces: dict[str, list[tuple[int, Element]]] = {}
    for element in part.root.iterate("meta:user-defined"):
        found = _NUMBERED.fullmatch(element.get("meta:name"))
        if found:
            piece = int(found["number"]), element
            pieces.setdefault(found["name"], []).append(piece)
    return {name: _joined(each, part.name) for name, each in pieces.items()}


def _joined(pieces: list[tuple[int, Element]], part: str) -> Property:
    elements = [element for _, element in sorted(pieces, key=lambda each: each[0])]
    text = "".join([element.text for element in elements])
    return Property(text, tuple([element.inner for element in elements]), part)
