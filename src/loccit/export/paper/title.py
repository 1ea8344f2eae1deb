"""Find the title of an essay that has it as its first heading."""

from __future__ import annotations

from collections.abc import Collection

from loccit.export.paper.front_matter import Inlines
from loccit.export.paper.nodes import plain
from loccit.export.paper.pandoc import Node
from loccit.export.paper.references import heading_level, is_list_heading


def take_title(
    blocks: list[Node], title: Inlines, list_headings: Collection[str]
) -> tuple[Inlines, list[Node]]:
    """Return the title, and the blocks without a first heading that says it.

    The first heading is the title if it is above all others, or the front matter has the
    same.  Those below it move up a level: sections of a paper begin at level 1.

    Args:
        blocks: the text of the essay.
        title: the title in the front matter, if any.
        list_headings: what heads the reference list, casefolded.
    """
    if not blocks or heading_level(blocks[0]) != 1:
        return title, blocks
    heading: Inlines = blocks[0]["c"][2]
    rest = blocks[1:]
    sections = [block for block in rest if not is_list_heading(block, list_headings)]
    is_above_all = 1 not in map(heading_level, sections)
    is_title = is_above_all and not title
    if not is_title and plain(title).strip() != plain(heading).strip():
        return title, blocks
    return title or heading, [_raised(each) for each in rest] if is_above_all else rest


def _raised(block: Node) -> Node:
    if heading_level(block) < 2:
        return block
    level, attributes, title = block["c"]
    return {"t": "Header", "c": [level - 1, attributes, title]}
