"""The custom properties of a document, `docProps/custom.xml` (ECMA-376, Part 1, section
22.3): what programs keep in it, such as the preferences of Zotero.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from loccit.essays.formats.docx.new_part import NewPart, new_part_edits
from loccit.essays.formats.docx.relationships import relationships
from loccit.essays.formats.docx.values import number
from loccit.essays.packages.element import Element
from loccit.essays.packages.package import Package
from loccit.essays.packages.xml_part import XmlPart, escape
from loccit.model import Edit, Span

_KINDS = frozenset(["custom-properties", "customProperties"])
_PART = "docProps/custom.xml"
#: The identifier of user-defined properties, the same in all documents.
_FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
_FIRST_NUMBER = 2  # 0 and 1 are reserved
_BASE = "http://schemas.openxmlformats.org/officeDocument/2006"
_CUSTOM, _TYPES = f"{_BASE}/custom-properties", f"{_BASE}/docPropsVTypes"


def custom_properties(package: Package) -> dict[str, str]:
    """Return the custom properties by name."""
    return {each.get("name"): _value(each) for each in property_elements(package)}


def property_elements(package: Package) -> Iterator[Element]:
    """Yield the elements of the custom properties."""
    part = properties_part(package)
    if part is not None:
        yield from package.xml(part).root.iterate("op:property")


def properties_part(package: Package) -> str | None:
    """Return the name of the part with the custom properties."""
    for each in relationships(package):
        if each.kind in _KINDS:
            return each.target
    return package.find(_PART)


def property_edits(
    package: Package, new: Mapping[str, str], prefix: str
) -> Iterator[Edit]:
    """Yield the edits that set properties; others whose names begin with `prefix` go.

    Args:
        package: the document.
        new: the properties.
        prefix: what the names of all properties begin with that belong together.
    """
    part = properties_part(package)
    if part is None:
        yield from new_part_edits(package, _new_part(new))
        return
    old = {each.get("name"): each for each in property_elements(package)}
    for name, element in old.items():
        if name in new:
            yield from _with_value(element, name, new[name], part)
        elif name.startswith(prefix):
            yield Edit(element.span, "", part)
    added = {name: value for name, value in new.items() if name not in old}
    if added:
        numbers = [number(each, "pid") for each in old.values()]
        written = _written(added, max([_FIRST_NUMBER - 1, *numbers]) + 1)
        yield _insertion(package.xml(part), written, part)


def _insertion(xml: XmlPart, written: str, part: str) -> Edit:
    """Insert properties after the others; an element without any may be `<a/>`."""
    root = xml.root
    source = root.span.of(xml.text)
    if not source.endswith("/>"):
        return Edit(Span(root.inner.end, root.inner.end), written, part)
    name = source[1:].split(maxsplit=1)[0].rstrip("/>")
    return Edit(Span(root.end - len("/>"), root.end), f">{written}</{name}>", part)


def _with_value(element: Element, name: str, new: str, part: str) -> Iterator[Edit]:
    if _value(element) != new:
        written = _written({name: new}, number(element, "pid"))
        yield Edit(element.span, written, part)


def _new_part(properties: Mapping[str, str]) -> NewPart:
    written = _written(properties, _FIRST_NUMBER)
    xml = f'<Properties xmlns="{_CUSTOM}">{written}</Properties>'
    return NewPart(_PART, xml, "custom-properties", "custom-properties")


def _written(properties: Mapping[str, str], first: int) -> str:
    """Write properties, numbered from `first`."""
    return "".join(
        f'<property xmlns="{_CUSTOM}" fmtid="{_FORMAT}" pid="{pid}"'
        f' name="{escape(name)}"><vt:lpwstr xmlns:vt="{_TYPES}">{escape(value)}'
        "</vt:lpwstr></property>"
        for pid, (name, value) in enumerate(properties.items(), first)
    )


def _value(element: Element) -> str:
    value = next(element.elements, None)
    return value.text if value else ""
