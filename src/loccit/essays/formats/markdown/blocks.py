"""The block structure of Markdown: the runs of text that may cite, with what surrounds
them.

Blocks are tried in pandoc's order at each position.  What holds other blocks by markers
at its line starts (lists, quotes, notes, definitions) is read as a mapped of its own;
what holds them between tags or fences is a stack.
"""

from __future__ import annotations

from collections.abc import Callable

from loccit._startup.regex import regex
from loccit.essays.formats.markdown import container_blocks as containers
from loccit.essays.formats.markdown import leaf_blocks as leaves
from loccit.essays.formats.markdown.block_context import BlockContext
from loccit.essays.formats.markdown.block_state import Blocks
from loccit.essays.formats.markdown.document import BlockKind, Document
from loccit.essays.mapped_text import MappedText

_BLANK = regex(r"[ \t]*(?:\n|\Z)")
_TITLE = regex(r"(?:%[^\n]*(?:\n|\Z)(?:[ \t]+\S[^\n]*(?:\n|\Z))*){1,3}")


def read_blocks(mapped: MappedText) -> Document:
    """The runs of text of a document, in order, and the labels it defines; a title
    block (`% title`) is no text.
    """
    title = _TITLE.match(mapped.text)
    if title:
        mapped = mapped.cut([(title.end(), len(mapped.text))])
    document = Document(mapped)
    _read(Blocks(mapped, BlockContext(), document, _read))
    return document


def _read(blocks: Blocks) -> None:
    position = 0
    while position < len(blocks.text):
        position = _next(blocks, position)


def _next(blocks: Blocks, position: int) -> int:
    """Read one block, or the end of what blocks lie in."""
    if blocks.open:
        top = blocks.open[-1]
        for _ in range(top.indent):
            position += blocks.text.startswith(" ", position)
        end = blocks.close(top, position)
        if end:
            return end
    blank = _BLANK.match(blocks.text, position)
    if blank:
        return blank.end() if blank.end() > position else position + 1
    for reader in _READERS.get(blocks.text[position], _ANY):
        end = reader(blocks, position)
        if end:
            if reader not in _RECORD_THEMSELVES:
                blocks.record(_KINDS.get(reader, "other"), position, end)
            return end
    end = leaves.paragraph(blocks, position)
    blocks.record("paragraph", position, end)
    return end


_Reader = Callable[[Blocks, int], int]
_ANY: tuple[_Reader, ...] = (
    leaves.setext,
    containers.table,
    containers.numbers,
    containers.definitions,
)
_READERS: dict[str, tuple[_Reader, ...]] = {
    " ": (
        leaves.fenced,
        containers.bullets,
        leaves.setext,
        containers.table,
        leaves.indented,
        containers.quote,
        leaves.rule,
        containers.numbers,
        containers.definitions,
        containers.note,
        leaves.definition,
    ),
    "`": (leaves.fenced, *_ANY),
    "~": (leaves.fenced, *_ANY),
    "-": (
        leaves.metadata,
        containers.bullets,
        leaves.setext,
        containers.table,
        leaves.rule,
        *_ANY,
    ),
    "*": (containers.bullets, leaves.setext, containers.table, leaves.rule, *_ANY),
    "+": (containers.bullets, *_ANY),
    "_": (leaves.setext, containers.table, leaves.rule, *_ANY),
    ":": (containers.div, *_ANY),
    "#": (leaves.setext, leaves.atx, *_ANY),
    "<": (leaves.setext, containers.html_tag, *_ANY),
    "\\": (leaves.setext, containers.table, leaves.tex_block, *_ANY),
    "|": (leaves.setext, containers.table, containers.line_block, *_ANY),
    ">": (leaves.setext, containers.table, containers.quote, *_ANY),
    "[": (*_ANY, containers.note, leaves.definition),
}
_KINDS: dict[_Reader, BlockKind] = {
    leaves.atx: "heading",
    leaves.setext: "heading",
    containers.note: "note",
    leaves.definition: "definition",
    containers.div: "open",
}
#: Lists record their items, HTML its tags that open; rules and metadata are no content.
_RECORD_THEMSELVES = {
    containers.bullets,
    containers.numbers,
    containers.html_tag,
    leaves.rule,
    leaves.metadata,
}
