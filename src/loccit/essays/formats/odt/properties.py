"""What programs keep in the properties of a document: `meta:user-defined` in `meta.xml`
(ODF 1.3, part 3, section 4.3.3).

A property has at most 255 characters, so a longer text is in several: `NAME_1`, `NAME_2`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.essays.packages.element import Element
from loccit.essays.packages.xml_part import XmlPart, escape
from loccit.model import Edit, Span

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


def property_elements(part: XmlPart) -> dict[str, Element]:
    """Return the elements of the properties by name."""
    elements = part.root.iterate("meta:user-defined")
    return {element.get("meta:name"): element for element in elements}


def joined_properties(part: XmlPart) -> Mapping[str, Property]:
    """Return the texts that are kept in numbered properties, by name."""
    pieces: dict[str, list[tuple[int, Element]]] = {}
    for name, element in property_elements(part).items():
        found = _NUMBERED.fullmatch(name)
        if found:
            piece = int(found["number"]), element
            pieces.setdefault(found["name"], []).append(piece)
    return {name: _joined(each, part.name) for name, each in pieces.items()}


def property_edits(
    part: XmlPart, new: Mapping[str, str], prefix: str
) -> Iterator[Edit]:
    """Yield the edits that set properties; others whose names begin with `prefix` go.

    Args:
        part: `meta.xml`.
        new: the properties.
        prefix: what the names of all properties begin with that belong together.
    """
    old = property_elements(part)
    for name, element in old.items():
        if name.startswith(prefix):
            yield Edit(element.span, "", part.name)
    room = part.root.find("office:meta")
    if room is not None and room.inner.end < room.end:
        end = Span(room.inner.end, room.inner.end)
        yield Edit(end, "".join(map(_written, new, new.values())), part.name)


def _written(name: str, value: str) -> str:
    return (
        f'<meta:user-defined meta:name="{escape(name)}">{escape(value)}'
        "</meta:user-defined>"
    )


def _joined(pieces: list[tuple[int, Element]], part: str) -> Property:
    elements = [element for _, element in sorted(pieces, key=lambda each: each[0])]
    text = "".join([element.text for element in elements])
    return Property(text, tuple([element.inner for element in elements]), part)
