"""Word's own list of sources: the part that its citations look tags up in (ECMA-376, Part
1, section 22.6).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from uuid import NAMESPACE_URL, uuid5

from loccit.errors import UnreadableFile
from loccit.essays.formats.docx.new_part import NewPart, new_part_edits
from loccit.essays.formats.docx.relationships import relationships
from loccit.essays.packages.element import Element
from loccit.essays.packages.package import Package
from loccit.model import Edit, Span

_BIBLIOGRAPHY = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
_STORE = "http://schemas.openxmlformats.org/officeDocument/2006/customXml"
#: Word's APA style, which a new list of sources names; the writer may choose another.
_STYLE = 'SelectedStyle="\\APASixthEditionOfficeOnline.xsl" StyleName="APA" Version="6"'


def source_parts(package: Package, main: str) -> Iterator[tuple[str, Element]]:
    """Yield the parts with Word's sources, by name, with their root elements.

    Args:
        package: the document.
        main: the name of its main part.
    """
    for each in relationships(package, main):
        if each.kind == "customXml" and (root := _sources(package, each.target)):
            yield each.target, root


def source_edits(
    package: Package, main: str, sources: Mapping[str, str]
) -> Iterator[Edit]:
    """Yield the edits that add sources, except those that are there.

    Args:
        package: the document.
        main: the name of its main part.
        sources: `b:Source` elements by tag, as XML.
    """
    parts = [*source_parts(package, main)]
    known = {tag for _, root in parts for tag in _tags(root)}
    new = "".join(xml for tag, xml in sources.items() if tag not in known)
    if not new:
        return
    if parts:
        part, root = parts[0]
        end = root.inner.end
        yield Edit(Span(end, end), package.with_prefixes(new, part), part)
    else:
        yield from _new_part(package, main, new)


def _sources(package: Package, part: str) -> Element | None:
    """Return the list of sources in a part; None for a part that is something else, and
    may be damaged.
    """
    try:
        if "bibliography" not in package.xml(part).text:
            return None
        root = package.xml(part).root
    except UnreadableFile:
        return None
    return root if root.tag == "b:Sources" else None


def _tags(root: Element) -> Iterator[str]:
    for source in root.elements:
        if tag := source.find("b:Tag"):
            yield tag.text.strip()


def _new_part(package: Package, main: str, sources: str) -> Iterator[Edit]:
    """Yield the edits that add a part of sources, and the one that names its schema."""
    names = (f"customXml/item{number}.xml" for number in count(1))
    name = next(each for each in names if package.find(each) is None)
    number = name.removeprefix("customXml/item").removesuffix(".xml")
    namespace = f'xmlns:b="{_BIBLIOGRAPHY}" xmlns="{_BIBLIOGRAPHY}"'
    xml = f"<b:Sources {_STYLE} {namespace}>{sources}</b:Sources>"
    yield from new_part_edits(package, NewPart(name, xml, "", "customXml", main))
    identity = str(uuid5(NAMESPACE_URL, f"{_BIBLIOGRAPHY}/{number}")).upper()
    properties = (
        f'<ds:datastoreItem ds:itemID="{{{identity}}}" xmlns:ds="{_STORE}">'
        f'<ds:schemaRefs><ds:schemaRef ds:uri="{_BIBLIOGRAPHY}"/></ds:schemaRefs>'
        "</ds:datastoreItem>"
    )
    part = NewPart(
        f"customXml/itemProps{number}.xml",
        properties,
        "customXmlProperties",
        "customXmlProps",
        name,
    )
    yield from new_part_edits(package, part)
