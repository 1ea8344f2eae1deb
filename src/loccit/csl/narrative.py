"""The author in the sentence and the rest in brackets; or no author at all."""

from __future__ import annotations

from loccit.csl.cite import PlacedCite
from loccit.csl.output_tree import Node, Output, edit_first, find
from loccit.csl.rendering import Renderer


def author_part(output: Output) -> Output:
    """What stands for the author of a cite: its first names, or what was substituted for them."""
    names = find(output, "names")
    return names if names is not None else Node(())


def without_author(output: Output) -> Output:
    """A cite without its first names, or without what was substituted for them."""
    return edit_first(output, ("names",), lambda _: "")


def rest_part(renderer: Renderer, cites: list[PlacedCite]) -> list[PlacedCite]:
    """The cites of a narrative citation as they stand in its brackets."""
    first = cites[0]
    return [PlacedCite(first.cite, first.state, without_author(first.output)), *cites[1:]]
