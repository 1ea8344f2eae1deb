"""Find the reference list in the tree of an essay, and give its entries their style."""

from __future__ import annotations

from collections.abc import Collection

from loccit.export.paper.nodes import attributes, para, plain, replaced
from loccit.export.paper.pandoc import Node
from loccit.export.paper.target import Target

_LOOK = "Bibliography"
#: The role of such a link (DPUB-ARIA 1.1).
_WAY_BACK = ["role", "doc-backlink"]


def lay_out_references(
    blocks: list[Node], headings: Collection[str], target: Target
) -> list[Node]:
    """Begin a page with the heading of the list, and hang the lines of its entries.

    Args:
        blocks: the text.
        headings: what the heading may say, casefolded.
        target: the format of the paper.
    """
    made: list[Node] = []
    entries: list[Node] = []
    list_level = 0
    for block in blocks:
        level = heading_level(block)
        if level and not 0 < list_level < level:
            list_level = level if is_list_heading(block, headings) else 0
            made += [*_gathered(entries), *_heading(block, list_level, target)]
            entries = []
        elif list_level or _is_list(block):
            entries += _entries(block, target)
        else:
            made += [*_gathered(entries), block]
            entries = []
    return [*made, *_gathered(entries)]


def heading_level(block: Node) -> int:
    """Return the level of a heading; 0 for other blocks."""
    return int(block["c"][0]) if block["t"] == "Header" else 0


def _gathered(entries: list[Node]) -> list[Node]:
    """Put the entries into one div, by the name that pandoc has for it."""
    if not entries:
        return []
    return [{"t": "Div", "c": [attributes("refs", ["references"]), entries]}]


def is_list_heading(block: Node, headings: Collection[str]) -> bool:
    """Return whether a block is the heading of the reference list.

    Args:
        block: of the text.
        headings: what the heading may say, casefolded.
    """
    if not heading_level(block):
        return False
    return plain(block["c"][2]).strip().rstrip(":").casefold() in headings


def _heading(header: Node, list_level: int, target: Target) -> list[Node]:
    if not list_level:
        return [header]
    _, (identifier, *_), title = header["c"]
    return target.section_label(title, identifier)


def _is_list(block: Node) -> bool:
    """Return whether a block is the list, or an entry of it, by pandoc's names."""
    if block["t"] != "Div":
        return False
    identifier, classes, _ = block["c"][0]
    return identifier == "refs" or "csl-entry" in classes


def _entries(block: Node, target: Target) -> list[Node]:
    """Give the entries in a block their style; a div around one keeps its name, to which
    citations link.
    """
    if block["t"] in ("Para", "Plain"):
        entry: Node = replaced(block, _without_way_back)
        return target.styled(_LOOK, [para(entry["c"])])
    if block["t"] != "Div":
        return [block]
    (identifier, classes, _), inner = block["c"]
    entries = [entry for each in inner for entry in _entries(each, target)]
    if "csl-entry" not in classes:
        return entries
    return [{"t": "Div", "c": [attributes(identifier, classes), entries]}]


def _without_way_back(node: Node) -> list[Node] | None:
    """Take out a link back to a citation, as pages have them."""
    is_link = node["t"] == "Link"
    return [] if is_link and _WAY_BACK in node["c"][0][2] else None
