"""Add a part to a package: its content, its content type, and the relationship that
leads to it (ECMA-376, Part 2, sections 6.2 and 6.5).
"""

from __future__ import annotations

from collections.abc import Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit.essays.formats.docx.relationships import (
    relationship_elements,
    relationships_part,
)
from loccit.essays.packages.package import Package
from loccit.essays.packages.xml_part import escape
from loccit.model import Edit, Span

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_TYPES_PART = "[Content_Types].xml"
_CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_KINDS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "application/vnd.openxmlformats-officedocument"
_NOWHERE = Span(0, 0)


class NewPart(NamedTuple):
    """A part to add.

    Attributes:
        name: its name in the package, without a slash before it.
        xml: its content, without the declaration.
        content_type: what `application/vnd.openxmlformats-officedocument.` precedes and
            `+xml` follows; "" for a part of the default type of its extension.
        kind: the last word of the type of the relationship that leads to it.
        owner: the part that it belongs to; "" for the package itself.
    """

    name: str
    xml: str
    content_type: str
    kind: str
    owner: str = ""


def new_part_edits(package: Package, part: NewPart) -> Iterator[Edit]:
    """Yield the edits that add a part."""
    yield Edit(_NOWHERE, DECLARATION + part.xml, part.name)
    yield from part_links(package, part)


def part_links(package: Package, part: NewPart) -> Iterator[Edit]:
    """Yield the edits that tell what a new part is, and lead to it."""
    if part.content_type:
        yield _content_type(package, part)
    yield from _relationship(package, part)


def _content_type(package: Package, part: NewPart) -> Edit:
    found = package.find(_TYPES_PART) or _TYPES_PART
    end = package.xml(found).root.inner.end
    override = (
        f'<Override xmlns="{_CONTENT_TYPES}" PartName="/{escape(part.name)}"'
        f' ContentType="{_TYPES}.{part.content_type}+xml"/>'
    )
    return Edit(Span(end, end), override, found)


def _relationship(package: Package, part: NewPart) -> Iterator[Edit]:
    name = relationships_part(part.owner)
    taken = {each.get("Id") for each in relationship_elements(package, part.owner)}
    # Several parts may be added at once, so that a number could be given twice.
    stem = part.name.rpartition("/")[2].partition(".")[0]
    names = (f"{stem}{number or ''}" for number in range(len(taken) + 1))
    identifier = next(each for each in names if each not in taken)
    element = (
        f'<Relationship xmlns="{_RELATIONSHIPS}" Id="{identifier}"'
        f' Type="{_KINDS}/{part.kind}" Target="/{escape(part.name)}"/>'
    )
    found = package.find(name)
    if found is None:
        whole = f'<Relationships xmlns="{_RELATIONSHIPS}">{element}</Relationships>'
        yield Edit(_NOWHERE, DECLARATION + whole, name)
        return
    end = package.xml(found).root.inner.end
    yield Edit(Span(end, end), element, found)
