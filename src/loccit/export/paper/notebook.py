"""Read a Jupyter notebook as a tree; pandoc reads no front matter in it."""

from __future__ import annotations

import json
from typing import Any

from loccit.essays.front_matter import find_front_matter
from loccit.export.paper.pandoc import Node, Tree, read_tree

#: Markdown in cells is read as other Markdown is.
_READER = (
    "ipynb+bracketed_spans+definition_lists+fenced_code_attributes+fenced_divs+footnotes"
    "+grid_tables+header_attributes+implicit_figures+inline_notes+link_attributes"
    "+multiline_tables+native_divs+native_spans+simple_tables+smart+subscript+superscript"
    "+table_captions"
)


def notebook_tree(data: bytes) -> Tree:
    """Read a notebook.  The front matter is at the top of its first cell, as in Quarto.

    Raises:
        LoccitError: pandoc is not installed, or can't read the notebook.
    """
    notebook = json.loads(data)
    front_matter = _take_front_matter(notebook["cells"])
    tree = read_tree(json.dumps(notebook), _READER)
    tree.blocks = [block for cell in tree.blocks for block in _content(cell)]
    tree.meta = read_tree(front_matter, "markdown").meta
    return tree


def _content(cell: Node) -> list[Node]:
    """Return what is in a cell, which pandoc makes a div of."""
    return list(cell["c"][1]) if cell["t"] == "Div" else [cell]


def _take_front_matter(cells: list[dict[str, Any]]) -> str:
    """Take the front matter out of the first cell."""
    if not cells or cells[0]["cell_type"] == "code":
        return ""
    # The source of a cell is a text, or a list of lines (nbformat 4).
    text = "".join(cells[0]["source"])
    span = find_front_matter(text)
    if span is None:
        return ""
    cells[0]["source"] = text[span.end :]
    return span.of(text)
