"""Papers as PDF files, which typst makes of what pandoc writes."""

from __future__ import annotations

from typing import ClassVar

from loccit.export.paper.nodes import attributes
from loccit.export.paper.pandoc import Node, Tree, write_tree
from loccit.export.paper.pdf.prepare import prepared
from loccit.export.paper.pdf.template import function_name, template
from loccit.export.paper.target import Setup, Target
from loccit.export.typst_pdf import check_typst, compile_typst

#: Paragraphs that Typst sets apart by itself.
_OWN = frozenset(["List Text", "Block Text Continued"])


class Pdf(Target):
    """The format that is printed."""

    AS_DATA: ClassVar[bool] = False

    def check_installed(self) -> None:
        """Make sure that typst is installed."""
        check_typst()

    def styled(self, look: str, blocks: list[Node]) -> list[Node]:
        """Call the function of a look (`template`)."""
        if look in _OWN:
            return blocks
        return [_raw(f"#{function_name(look)}["), *blocks, _raw("]")]

    def section_label(self, title: list[Node], identifier: str = "") -> list[Node]:
        """Begin a page with a heading."""
        heading = {"t": "Header", "c": [1, attributes(identifier), title]}
        return [_raw("#pagebreak(weak: true)"), heading]

    def run_in(self, heading: Node, paragraph: Node) -> list[Node]:
        """Make a heading within the paragraph."""
        level, (identifier, *_), title = heading["c"]
        anchor = {"t": "Span", "c": [attributes(identifier), []]}
        opening = _raw_inline(f"#heading(level: {level})[")
        line = [opening, *title, _raw_inline("]"), anchor, {"t": "Space"}]
        return [{"t": "Para", "c": [*line, *paragraph["c"]]}]

    def table(self, number: str, title: list[Node], table: Node) -> list[Node]:
        """Put the number and the title above a table, which is not a figure then."""
        (identifier, *_), *rest = table["c"]
        named = attributes(identifier, ["typst:no-figure"])
        return super().table(number, title, {"t": "Table", "c": [named, *rest]})

    def write(self, tree: Tree, setup: Setup) -> bytes:
        """Write a PDF file."""
        safe = Tree(tree.version, tree.meta, prepared(tree.blocks))
        body = write_tree(safe, "typst").decode()
        source = template(setup) + body
        return compile_typst(source, setup.images, "Make it a .docx file.")


def _raw(text: str) -> Node:
    return {"t": "RawBlock", "c": ["typst", text]}


def _raw_inline(text: str) -> Node:
    return {"t": "RawInline", "c": ["typst", text]}


TARGET = Pdf()
