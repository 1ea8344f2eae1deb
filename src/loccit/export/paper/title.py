"""Find the title of an essay that has it as its first heading."""

from __future__ import annotations

from loccit.export.paper.front_matter import Inlines
from loccit.export.paper.nodes import plain
from loccit.export.paper.pandoc import Node


def take_title(blocks: list[Node], title: Inlines) -> tuple[Inlines, list[Node]]:
    """Return the title, and the blocks without a first heading that says it.

    If no other heading is as high, those below move up a level: sections of a paper begin
    at level 1.

    Args:
        blocks: the text of the essay.
        title: the title in the front matter, if any.
    """
    if not blocks or not _is_highest(blocks[0]):
        return title, blocks
    heading: Inlines = blocks[0]["c"][2]
    if title and plain(title).strip() != plain(heading).strip():
        return title, blocks
    rest = blocks[1:]
    levels = {block["c"][0] for block in rest if block["t"] == "Header"}
    if 1 not in levels:
        rest = [_raised(block) for block in rest]
    return title or heading, rest


def _is_highest(block: Node) -> bool:
    return block["t"] == "Header" and bool(block["c"][0] == 1)


def _raised(block: Node) -> Node:
    if block["t"] != "Header":
        return block
    level, attributes, title = block["c"]
    return {"t": "Header", "c": [level - 1, attributes, title]}
