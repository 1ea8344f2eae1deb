"""Finish a document that pandoc wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from loccit.export.paper.odt.styles import style_of
from loccit.export.paper.odt.table_rules import add_rules
from loccit.export.paper.odt.xml import DC, META, TEXT
from loccit.export.paper.package import members_of, package
from loccit.export.paper.target import Setup

if TYPE_CHECKING:
    from lxml.etree import _Element

_STYLE_NAME = f"{{{TEXT}}}style-name"
_LEVEL = f"{{{TEXT}}}outline-level"


def finish(data: bytes, setup: Setup) -> bytes:
    """Do what pandoc can't be told: properties that are not printed above the text,
    headings with a style of their own, and the rules of tables.
    """
    from lxml import etree  # heavy

    members = members_of(data)
    meta = etree.fromstring(members["meta.xml"])
    _set_properties(meta, setup)
    members["meta.xml"] = _written(meta)
    content = etree.fromstring(members["content.xml"])
    _make_headings(content)
    add_rules(content)
    members["content.xml"] = _written(content)
    return package(members)


def _written(root: _Element) -> bytes:
    from lxml import etree  # heavy

    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _set_properties(meta: _Element, setup: Setup) -> None:
    """Set the title, the authors and the language (Part 3, 4.3)."""
    authors = "; ".join(setup.authors)
    values = {
        f"{{{DC}}}title": setup.title,
        f"{{{META}}}initial-creator": authors,
        f"{{{DC}}}creator": authors,
        f"{{{DC}}}language": setup.lang,
    }
    for element in meta.iter(*values):
        element.text = values[str(element.tag)]


def _make_headings(content: _Element) -> None:
    """Make headings of the paragraphs that begin a section."""
    for paragraph in [*content.iter(f"{{{TEXT}}}p")]:
        if paragraph.get(_STYLE_NAME) == style_of("Section Label"):
            paragraph.tag = f"{{{TEXT}}}h"
            paragraph.set(_LEVEL, "1")
