"""The properties of runs, as XML (ECMA-376, Part 1, section 17.3.2.28)."""

from __future__ import annotations

from collections.abc import Collection

from loccit.essays.packages.element import Element
from loccit.essays.packages.xml_part import escape


def properties_of(run: Element) -> dict[str, str]:
    """Return the properties of a run by their names, as XML.

    Attributes keep their known prefixes; what has none is left out.
    """
    found = run.find("w:rPr")
    return written_by_name(found) if found else {}


def written_by_name(
    properties: Element, without: Collection[str] = ()
) -> dict[str, str]:
    """Return properties by their names, as XML.

    Args:
        properties: the element that holds them.
        without: the names of some to leave out.
    """
    return {
        each.tag: written(each)
        for each in properties.elements
        if each.tag.startswith("w:") and each.tag not in without
    }


def written(element: Element) -> str:
    """Write an element, and what is in it."""
    attributes = "".join(
        f' {name}="{escape(value)}"'
        for name, value in element.attributes.items()
        if name.startswith("w:")
    )
    inside = "".join(written(each) for each in element.elements)
    if not inside:
        return f"<{element.tag}{attributes}/>"
    return f"<{element.tag}{attributes}>{inside}</{element.tag}>"
