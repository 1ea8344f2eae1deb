"""Papers as DOCX files (ECMA-376, Part 1)."""

from __future__ import annotations

from loccit.export.paper.docx.finish import finish
from loccit.export.paper.docx.reference import reference_document
from loccit.export.paper.nodes import attributes, para
from loccit.export.paper.pandoc import Node, Tree, write_like
from loccit.export.paper.target import Setup


def styled(look: str, blocks: list[Node]) -> list[Node]:
    """Give paragraphs the style of a look (pandoc's manual, "Custom styles")."""
    return [{"t": "Div", "c": [attributes(custom_style=look), blocks]}]


def section_label(title: list[Node], identifier: str = "") -> list[Node]:
    """Make the heading of a section that begins a page.

    It is a paragraph: the style gives it its level in the outline.
    """
    named = attributes(identifier, custom_style="Section Label")
    return [{"t": "Div", "c": [named, [para(title)]]}]


def write(tree: Tree, setup: Setup) -> bytes:
    """Write a DOCX file."""
    reference = reference_document(setup.looks, setup.lang, setup.running_head)
    return finish(write_like(tree, "docx", reference), setup)
