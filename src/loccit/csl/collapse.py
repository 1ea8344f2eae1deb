"""Joining the cites of a citation, grouped and collapsed (CSL 1.0.2, "Cite Grouping", "Cite Collapsing")."""

from __future__ import annotations

from loccit.csl.cite import PlacedCite
from loccit.csl.output_tree import Formatting, Node, Output, is_empty
from loccit.csl.rendering import Renderer
from loccit.csl.typeset import rich_text_output


def join_cites(renderer: Renderer, cites: list[PlacedCite], link: bool) -> Output:
    """The cites with the delimiters between them."""
    layout = renderer.style.citation.formatting
    outputs = [with_affixes(placed, link) for placed in cites]
    return Node(tuple(output for output in outputs if not is_empty(output)), Formatting(delimiter=layout.delimiter))


def with_affixes(placed: PlacedCite, link: bool) -> Output:
    """A cite between its own prefix and suffix."""
    children: list[Output] = []
    if placed.cite.prefix:
        children.append(Node((rich_text_output(placed.cite.prefix),), tag="prefix"))
    output = placed.output
    children.append(Node((output,), tag="link", value=f"#ref-{placed.key}") if link else output)
    if placed.cite.suffix:
        children.append(Node((rich_text_output(placed.cite.suffix),), tag="suffix"))
    return Node(tuple(children), tag="cite")
