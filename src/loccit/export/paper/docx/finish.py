"""Finish a document that pandoc wrote."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from loccit.export.paper.docx.xml import MAIN
from loccit.export.paper.package import members_of, package
from loccit.export.paper.target import Setup

if TYPE_CHECKING:
    from lxml.etree import _Element

_DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
_PICTURE = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_W = f"{{{MAIN}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

#: Headings that begin the first line of their paragraph, and the paragraphs below them.
_RUN_IN = frozenset(["Heading4", "Heading5", "Heading6"])
_TEXT = frozenset(["BodyText", "FirstParagraph"])


def finish(data: bytes, setup: Setup) -> bytes:
    """Do what pandoc can't be told: properties that are not printed above the text, and
    headings in the line of their paragraph.
    """
    from lxml import etree  # heavy

    members = members_of(data)
    core = etree.fromstring(members["docProps/core.xml"])
    _set_properties(core, setup)
    members["docProps/core.xml"] = _written(core)
    text = etree.fromstring(members["word/document.xml"])
    _join_headings(text)
    _name_pictures(text)
    members["word/document.xml"] = _written(text)
    return package(members)


def _written(root: _Element) -> bytes:
    from lxml import etree  # heavy

    return etree.tostring(root, encoding="UTF-8", standalone=True)


def _set_properties(core: _Element, setup: Setup) -> None:
    """Set the title, the authors and the language (ECMA-376, Part 2, 8.3)."""
    from lxml import etree  # heavy

    values = {
        "title": setup.title,
        "creator": "; ".join(setup.authors),
        "language": setup.lang,
    }
    for name, value in values.items():
        element = core.find(f"{{{_DUBLIN_CORE}}}{name}")
        if element is None:
            element = etree.SubElement(core, f"{{{_DUBLIN_CORE}}}{name}")
        element.text = value


def _join_headings(root: _Element) -> None:
    """Hide the ends of headings that begin the line of a paragraph, as Word's style
    separator does (17.3.2.36, specVanish).
    """
    paragraphs = [*root.iter(f"{_W}p")]
    for heading, below in pairwise(paragraphs):
        if _style(heading) in _RUN_IN and _style(below) in _TEXT:
            _hide_end(heading)


def _style(paragraph: _Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    return "" if style is None else style.get(f"{_W}val", "")


def _hide_end(heading: _Element) -> None:
    from lxml import etree  # heavy

    properties = heading.find(f"{_W}pPr")
    assert properties is not None
    of_end = etree.SubElement(properties, f"{_W}rPr")
    etree.SubElement(of_end, f"{_W}vanish")
    etree.SubElement(of_end, f"{_W}specVanish")
    run = etree.SubElement(heading, f"{_W}r")
    etree.SubElement(run, f"{_W}t", {_SPACE: "preserve"}).text = " "


def _name_pictures(root: _Element) -> None:
    """Take the bytes of pictures out of what describes them; they are files by now."""
    for picture in root.iter(f"{{{_PICTURE}}}cNvPr"):
        picture.set("descr", "")
