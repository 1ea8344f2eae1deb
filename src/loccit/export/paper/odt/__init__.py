"""Papers as ODT files (OpenDocument 1.3, Part 3)."""

from __future__ import annotations

from loccit.export.paper.nodes import attributes, para
from loccit.export.paper.odt.finish import finish
from loccit.export.paper.odt.prepare import prepared
from loccit.export.paper.odt.reference import reference_document
from loccit.export.paper.odt.styles import style_of
from loccit.export.paper.pandoc import Node, Tree, write_like
from loccit.export.paper.target import Setup, Target


class Odt(Target):
    """The format of LibreOffice."""

    def styled(self, look: str, blocks: list[Node]) -> list[Node]:
        """Give paragraphs a style (pandoc's manual, "Custom styles")."""
        named = attributes(custom_style=style_of(look))
        return [{"t": "Div", "c": [named, blocks]}]

    def section_label(self, title: list[Node], identifier: str = "") -> list[Node]:
        """Make a paragraph, of which `finish` makes a heading."""
        named = attributes(identifier, custom_style=style_of("Section Label"))
        return [{"t": "Div", "c": [named, [para(title)]]}]

    def run_in(self, heading: Node, paragraph: Node) -> list[Node]:
        """Put the heading into the paragraph: the format has no other way."""
        level, (identifier, *_), title = heading["c"]
        if level > 4:
            title = [{"t": "Emph", "c": title}]
        if level < 6:
            title = [{"t": "Strong", "c": title}]
        anchor = {"t": "Span", "c": [attributes(identifier), title]}
        return [para([anchor, {"t": "Space"}, *paragraph["c"]])]

    def write(self, tree: Tree, setup: Setup) -> bytes:
        """Write an ODT file."""
        reference = reference_document(setup)
        text = tree.with_blocks(prepared(tree.blocks))
        return finish(write_like(text, "odt", reference), setup)


TARGET = Odt()
