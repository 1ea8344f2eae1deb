"""Which parts of a package belong to each other (ECMA-376, Part 2, section 6.5)."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from loccit._startup.namedtuple import NamedTuple
from loccit.essays.packages.element import Element
from loccit.essays.packages.package import Package

_EXTERNAL = "External"


class Relationship(NamedTuple):
    """A relationship of a part to another one in the package.

    Attributes:
        kind: the last word of its type: `footnotes`.
        target: the name of the other part, as the archive has it.
    """

    identifier: str
    kind: str
    target: str


def relationships(package: Package, part: str = "") -> Iterator[Relationship]:
    """Yield the relationships of a part, or of the package; external ones are left out."""
    folder = posixpath.dirname(part)
    for each in relationship_elements(package, part):
        if each.get("TargetMode") == _EXTERNAL:
            continue
        target = posixpath.normpath(posixpath.join("/", folder, each.get("Target")))
        found = package.find(target)
        if found is not None:
            kind = each.get("Type").rpartition("/")[2]
            yield Relationship(each.get("Id"), kind, found)


def addresses(package: Package, part: str) -> dict[str, str]:
    """Return the addresses that links of a part have, by the ids of relationships."""
    return {
        each.get("Id"): each.get("Target")
        for each in relationship_elements(package, part)
        if each.get("TargetMode") == _EXTERNAL
    }


def relationship_elements(package: Package, part: str = "") -> Iterator[Element]:
    """Yield the elements of all relationships of a part, or of the package."""
    name = relationships_part(part)
    if package.find(name) is not None:
        yield from package.xml(name).root.iterate("rel:Relationship")


def relationships_part(part: str) -> str:
    """Return the name of the part that holds the relationships of another one.

    >>> relationships_part("word/document.xml")
    'word/_rels/document.xml.rels'
    """
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def main_part(package: Package) -> str | None:
    """Return the name of the part with the text of the document."""
    for each in relationships(package):
        if each.kind == "officeDocument":
            return each.target
    return package.find("word/document.xml")
