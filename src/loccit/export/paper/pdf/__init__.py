"""Papers as PDF files, which typst makes of what pandoc writes."""

from __future__ import annotations

from typing import ClassVar

from loccit.export.paper.images import Uptake
from loccit.export.paper.nodes import attributes
from loccit.export.paper.pandoc import Node, Tree, write_tree
from loccit.export.paper.pdf.prepare import prepared
from loccit.export.paper.pdf.template import SECTION, function_name, template
from loccit.export.paper.target import Setup, Target
from loccit.export.typst_pdf import check_typst, compile_typst

#: Paragraphs that Typst sets apart by itself.
_OWN = frozenset(["List Text", "Block Text Continued"])


class Pdf(Target):
    """The format that is printed."""

    IMAGES: ClassVar[Uptake] = Uptake(as_data=False)

    def check_installed(self) -> None:
        """Make sure that typst is installed."""
        check_typst()

    def styled(self, look: str, blocks: list[Node]) -> list[Node]:
        """Call the function of a look (`template`)."""
        if look in _OWN:
            return blocks
        return [_raw(f"#{function_name(look)}["), *blocks, _raw("]")]

    def section_label(self, title: list[Node], identifier: str = "") -> list[Node]:
        """Begin a page with a heading, which its supplement distinguishes."""
        arguments = f"level: 1, supplement: [{SECTION}]"
        line = _heading(arguments, title, identifier)
        return [_raw("#pagebreak(weak: true)"), {"t": "Para", "c": line}]

    def run_in(self, heading: Node, paragraph: Node) -> list[Node]:
        """Make a heading within the paragraph."""
        level, (identifier, *_), title = heading["c"]
        line = _heading(f"level: {level}", title, identifier)
        return [{"t": "Para", "c": [*line, {"t": "Space"}, *paragraph["c"]]}]

    def write(self, tree: Tree, setup: Setup) -> bytes:
        """Write a PDF file."""
        safe = tree.with_blocks(prepared(tree.blocks))
        body = write_tree(safe, "typst").decode()
        source = template(setup) + body
        return compile_typst(source, setup.images, "Make it a .docx file.")


def _heading(arguments: str, title: list[Node], identifier: str) -> list[Node]:
    """Call the function that makes a heading, which the name of a span is put behind."""
    anchor = {"t": "Span", "c": [attributes(identifier), []]}
    return [_raw_inline(f"#heading({arguments})["), *title, _raw_inline("]"), anchor]


def _raw(text: str) -> Node:
    return {"t": "RawBlock", "c": ["typst", text]}


def _raw_inline(text: str) -> Node:
    return {"t": "RawInline", "c": ["typst", text]}


TARGET = Pdf()
