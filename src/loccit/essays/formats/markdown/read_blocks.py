"""Read the block structure of Markdown.

Blocks are tried in pandoc's order at each position.  A container with markers at its
line starts (lists, quotes, notes, definitions) is read as a text of its own; one between
tags or fences is an entry on a stack.
"""

from __future__ import annotations

from collections.abc import Callable

from loccit._startup.regex import regex
from loccit.essays.formats.markdown import container_blocks as containers
from loccit.essays.formats.markdown import leaf_blocks as leaves
from loccit.essays.formats.markdown.block_context import BlockContext
from loccit.essays.formats.markdown.blocks import (
    BlockKind,
    BlockReader,
    BlockStructure,
    Wanted,
)
from loccit.essays.formats.markdown.lines import BLANK
from loccit.essays.mapped_text import MappedText

#: `% title`, and in the next two lines authors and a date.
_TITLE = regex(
    r"%[ \t]*([^\n]*(?:\n[ \t]+\S[^\n]*)*)(?:\n|\Z)"
    r"(?:%[^\n]*(?:\n|\Z)(?:[ \t]+\S[^\n]*(?:\n|\Z))*){0,2}"
)


def read_blocks(mapped: MappedText, wanted: Wanted) -> BlockStructure:
    """Read the blocks of a document; of a title block (`% title`), the title is text.

    Args:
        wanted: decides which runs of text to keep.  Containers without any are skipped.
    """
    title = _TITLE.match(mapped.text)
    body = mapped.cut([(title.end(), len(mapped.text))]) if title else mapped
    structure = BlockStructure(body)
    if title:  # the authors and the date in it cite nothing
        read_into(structure, mapped.cut([title.span(1)]), wanted)
    mapped = body
    _read(BlockReader(mapped, BlockContext(), structure, wanted, _read))
    return structure


def read_into(structure: BlockStructure, mapped: MappedText, wanted: Wanted) -> None:
    """Read the blocks of a text beside those of the document: of metadata, or of a
    caption.
    """
    _read(BlockReader(mapped, BlockContext(), structure, wanted, _read, depth=1))


def _read(reader: BlockReader) -> None:
    position = 0
    while position < reader.end:
        position = _next(reader, position)


def _next(reader: BlockReader, position: int) -> int:
    """Read one block, a blank line, or the end of what blocks are in."""
    position = reader.skip_indent(position)
    end = reader.close(position)
    if end:
        return end
    blank = reader.end_of(BLANK, position)
    if blank is not None:
        return max(blank, position + 1)
    for read in _READERS.get(reader.text[position], _ANY):
        end = read(reader, position)
        if end:
            if read not in _RECORD_THEMSELVES:
                reader.record(_KINDS.get(read, "other"), position, end)
            return end
    end = leaves.paragraph(reader, position)
    reader.record("paragraph", position, end)
    return end


_Reader = Callable[[BlockReader, int], "int | None"]
_ANY: tuple[_Reader, ...] = (
    leaves.setext,
    containers.table,
    containers.numbers,
    containers.definitions,
)
#: What a block may be, by its first character.
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
    "`": (containers.directive, leaves.fenced, *_ANY),
    "~": (containers.directive, leaves.fenced, *_ANY),
    "{": (leaves.liquid, *_ANY),
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
    leaves.metadata: "metadata",
    leaves.tex_block: "raw",
    containers.div: "open",
}
#: Lists record their items, HTML the tags that open; rules are no content.
_RECORD_THEMSELVES = {
    containers.bullets,
    containers.numbers,
    containers.html_tag,
    leaves.rule,
}
