"""Papers as DOCX files (ECMA-376, Part 1)."""

from __future__ import annotations

from typing import ClassVar

from loccit.export.paper.docx.finish import finish
from loccit.export.paper.docx.reference import reference_document
from loccit.export.paper.images import Uptake
from loccit.export.paper.nodes import attributes, para
from loccit.export.paper.pandoc import Node, Tree, write_like
from loccit.export.paper.target import Setup, Target


class Docx(Target):
    """The format of Word."""

    #: Word shows SVG since 2019; LibreOffice does not, where pandoc writes it.
    IMAGES: ClassVar[Uptake] = Uptake(shows_svg=False)

    def styled(self, look: str, blocks: list[Node]) -> list[Node]:
        """Give paragraphs a style (pandoc's manual, "Custom styles")."""
        return [{"t": "Div", "c": [attributes(custom_style=look), blocks]}]

    def section_label(self, title: list[Node], identifier: str = "") -> list[Node]:
        """Make a paragraph, whose style gives it its level in the outline."""
        named = attributes(identifier, custom_style="Section Label")
        return [{"t": "Div", "c": [named, [para(title)]]}]

    def run_in(self, heading: Node, paragraph: Node) -> list[Node]:
        """Leave both as they are: `finish` joins them."""
        return [heading, paragraph]

    def write(self, tree: Tree, setup: Setup) -> bytes:
        """Write a DOCX file."""
        reference = reference_document(setup)
        return finish(write_like(tree, "docx", reference), setup)


TARGET = Docx()
