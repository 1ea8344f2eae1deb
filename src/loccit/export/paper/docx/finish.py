"""Finish a document that pandoc wrote."""

from __future__ import annotations

from loccit.export.paper.package import members_of, package
from loccit.export.paper.target import Setup

_CORE = "docProps/core.xml"
_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"


def finish(data: bytes, setup: Setup) -> bytes:
    """Say in the properties of a document who wrote it and what it is called.

    pandoc would print them above the text, too.
    """
    members = members_of(data)
    members[_CORE] = _with_properties(members[_CORE], setup)
    return package(members)


def _with_properties(core: bytes, setup: Setup) -> bytes:
    """Set the title, the authors and the language (ECMA-376, Part 2, 8.3)."""
    from lxml import etree  # heavy

    root = etree.fromstring(core)
    values = {
        "title": setup.title,
        "creator": "; ".join(setup.authors),
        "language": setup.lang,
    }
    for name, value in values.items():
        element = root.find(f"{{{_DUBLIN_CORE}}}{name}")
        if element is None:
            element = etree.SubElement(root, f"{{{_DUBLIN_CORE}}}{name}")
        element.text = value
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)
