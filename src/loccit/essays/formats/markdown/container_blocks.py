"""Blocks that hold others, or parts of text: each reader gives where its block ends, 0
where it is another.
"""

from __future__ import annotations

from collections.abc import Callable

from loccit._startup.regex import regex
from loccit.essays.formats.markdown import html, lists, tables
from loccit.essays.formats.markdown.block_state import Blocks, is_wanted
from loccit.essays.formats.markdown.document import Run
from loccit.essays.formats.markdown.fences import div_fence

_BLANK = regex(r"[ \t]*(?:\n|\Z)")
#: White space after a tag that opens, and the indent of the next line.
_AFTER_TAG = regex(r"[ \t]*(?:\n( *))?")


def bullets(blocks: Blocks, position: int) -> int:
    return _list(blocks, position, lists.bullet_at)


def numbers(blocks: Blocks, position: int) -> int:
    first = lists.number_at(blocks.text, position)
    if not first:
        return 0

    def same(text: str, here: int) -> lists.Marker | None:
        return lists.number_at(text, here, first.kind)

    return _list(blocks, position, same)


def _list(
    blocks: Blocks, position: int, marker_at: Callable[[str, int], lists.Marker | None]
) -> int:
    end = 0
    while marker := marker_at(blocks.text, position):
        if marker.label:
            blocks.document.labels.examples.add(marker.label)
        item = lists.item(blocks.text, marker, blocks.context)
        blocks.inside(item.pieces, in_list=True)
        blocks.record("item", position, item.end)
        end = position = item.end
    return end


def quote(blocks: Blocks, position: int) -> int:
    found = lists.quote(blocks.text, position, blocks.context)
    if found:
        blocks.inside(found.pieces)
    return found.end if found else 0


def note(blocks: Blocks, position: int) -> int:
    found = lists.note(blocks.text, position)
    if found:
        blocks.document.labels.notes.append(found.label)
        blocks.inside(found.pieces, note=found.label)
    return found.end if found else 0


def definitions(blocks: Blocks, position: int) -> int:
    blank = blocks.text.find("\n", position)
    gap = _BLANK.match(blocks.text, blank + 1) if blank >= 0 else None
    if gap and tables.table_at(blocks.text, gap.end()):
        return 0  # what looks like a definition is the caption of a table
    end = 0
    while found := lists.definitions(blocks.text, position, blocks.context):
        blocks.add(*found.term)
        for pieces in found.bodies:
            blocks.inside(pieces, in_list=True)
        end = position = found.end
    return end


def line_block(blocks: Blocks, position: int) -> int:
    found = lists.line_block(blocks.text, position)
    for pieces in found.bodies if found else ():
        mapped = blocks.mapped.cut(pieces)
        if is_wanted(mapped.text, 0, len(mapped.text)):
            blocks.document.runs.append(
                Run(mapped, 0, len(mapped.text), blocks.context, blocks.note)
            )
    return found.end if found else 0


def table(blocks: Blocks, position: int) -> int:
    found = tables.table_at(blocks.text, position)
    for cell, in_fixed_width_table in (
        zip(found.cells, found.in_fixed_width_table, strict=True) if found else ()
    ):
        mapped = blocks.mapped.cut(cell)
        if is_wanted(mapped.text, 0, len(mapped.text)):
            blocks.document.runs.append(
                Run(
                    mapped,
                    0,
                    len(mapped.text),
                    blocks.context,
                    blocks.note,
                    in_fixed_width_table,
                )
            )
    return found.end if found else 0


def div(blocks: Blocks, position: int) -> int:
    end = div_fence(blocks.text, position)
    if end:
        blocks.enter("", 0)
    return end


def html_tag(blocks: Blocks, position: int) -> int:
    text, end = blocks.text, len(blocks.text)
    comment = html.comment_end(text, position, end)
    if comment:
        return comment
    tag = html.tag_at(text, position, end)
    if not tag or not html.is_block_tag(text, position, end):
        return 0
    name, closing, after = tag
    if closing:
        return after
    verbatim = html.verbatim_end(text, name, after)
    if verbatim:
        return verbatim
    if not text.startswith("/>", after - 2):
        spaces = None if name == "div" else _AFTER_TAG.match(text, after)
        if spaces and spaces[1] is None:
            after = spaces.end()
        blocks.enter(name, len(spaces[1] or "") if spaces else 0)
        blocks.record("open", position, after)
    return after
