"""Papers as pages for browsers, with all that they need in one file."""

from __future__ import annotations

from loccit.export.paper.html.css import class_name
from loccit.export.paper.html.page import page
from loccit.export.paper.html.prepare import prepared
from loccit.export.paper.nodes import attributes
from loccit.export.paper.pandoc import Node, Tree, write_tree
from loccit.export.paper.target import Setup, Target

#: Paragraphs that HTML has elements for, by the elements that they are in.
_OWN = frozenset(["List Text", "Block Text Continued"])


class Html(Target):
    """The format of the web."""

    def styled(self, look: str, blocks: list[Node]) -> list[Node]:
        """Put paragraphs into a div of a class; the title is a heading."""
        if look in _OWN:
            return blocks
        if look == "Title":
            return [_raw('<h1 class="title">'), _plain(blocks), _raw("</h1>")]
        return [{"t": "Div", "c": [attributes("", [class_name(look)]), blocks]}]

    def section_label(self, title: list[Node], identifier: str = "") -> list[Node]:
        """Make a heading of a class."""
        named = attributes(identifier, [class_name("Section Label")])
        return [{"t": "Header", "c": [1, named, title]}]

    def run_in(self, heading: Node, paragraph: Node) -> list[Node]:
        """Put both into a div, in which they share a line."""
        return [{"t": "Div", "c": [attributes("", ["run-in"]), [heading, paragraph]]}]

    def table(self, number: str, title: list[Node], table: Node) -> list[Node]:
        """Put the number and the title into the caption."""
        named, _, *rest = table["c"]
        caption = [None, self._caption("Table", number, title)]
        return [{"t": "Table", "c": [named, caption, *rest]}]

    def figure(self, number: str, title: list[Node], figure: Node) -> list[Node]:
        """Put the number and the title into the caption."""
        named, _, blocks = figure["c"]
        caption = [None, self._caption("Figure", number, title)]
        return [{"t": "Figure", "c": [named, caption, blocks]}]

    def write(self, tree: Tree, setup: Setup) -> bytes:
        """Write a page.  Headings begin at level 2: level 1 is the title."""
        text = tree.with_blocks(prepared(tree.blocks))
        options = ("--mathml", "--shift-heading-level-by", "1", "--wrap", "none")
        body = write_tree(text, "html5", *options).decode()
        return page(body, setup).encode()


def _plain(blocks: list[Node]) -> Node:
    """Return the text of a paragraph, without one."""
    return {"t": "Plain", "c": [each for block in blocks for each in block["c"]]}


def _raw(text: str) -> Node:
    return {"t": "RawBlock", "c": ["html", text]}


TARGET = Html()
