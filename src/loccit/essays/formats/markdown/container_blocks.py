"""Blocks that hold others, or parts of text; each reader returns where its block ends,
None for another block.
"""

from __future__ import annotations

from collections.abc import Callable

from loccit._startup.regex import regex
from loccit.essays.formats.markdown import html, lists, tables
from loccit.essays.formats.markdown.blocks import BlockReader
from loccit.essays.formats.markdown.fences import (
    directive_text,
    fenced_end,
    opening_div_end,
)
from loccit.essays.formats.markdown.lines import BLANK
from loccit.essays.formats.markdown.markers import Marker, bullet_at, number_at

#: White space after a tag that opens, and the indent of the next line.
_AFTER_TAG = regex(r"[ \t]*(?:\n( *))?")


def bullets(reader: BlockReader, position: int) -> int | None:
    """Read a list with bullets."""
    return _list(reader, position, bullet_at)


def numbers(reader: BlockReader, position: int) -> int | None:
    """Read a numbered list, whose items are all of one kind."""
    first = number_at(reader.text, position)
    if not first:
        return None
    kind = first.kind
    return _list(reader, position, lambda text, here: number_at(text, here, kind))


def _list(
    reader: BlockReader, position: int, marker_at: Callable[[str, int], Marker | None]
) -> int | None:
    end = None
    while marker := marker_at(reader.text, position):
        if marker.label:
            reader.labels.examples.add(marker.label)
        item = lists.item(reader.text, marker, reader.context)
        sign = reader.text[position : marker.end].strip()
        if sign[:-1].isdecimal() and not reader.text[marker.end : item.end].strip():
            # A number without text is text: the year that ends a wrapped reference.
            reader.add(position, marker.end)
        else:
            reader.inside(item.stretches, in_list=True, marker=sign)
        reader.record("item", position, item.end)
        end = position = item.end
    return end


def quote(reader: BlockReader, position: int) -> int | None:
    """Read a block quote."""
    found = lists.quote(reader.text, position, reader.context)
    if not found:
        return None
    reader.inside(found.stretches, in_quote=True)
    return found.end


def note(reader: BlockReader, position: int) -> int | None:
    """Read a footnote's definition."""
    found = lists.note(reader.text, position)
    if not found:
        return None
    reader.labels.notes.append(found.label)
    reader.inside(found.stretches, note=found.label)
    return found.end


def definitions(reader: BlockReader, position: int) -> int | None:
    """Read a list of terms with their definitions."""
    if _is_before_table(reader, position):
        return None
    end = None
    while found := lists.definitions(reader.text, position, reader.context):
        reader.add(*found.term)
        for body in found.bodies:
            reader.inside(body, in_list=True)
        end = position = found.end
    return end


def _is_before_table(reader: BlockReader, position: int) -> bool:
    """Return whether what looks like a definition is the caption of a table."""
    line_end = reader.text.find("\n", position)
    gap = None if line_end < 0 else reader.end_of(BLANK, line_end + 1)
    return gap is not None and tables.table_at(reader.text, gap) is not None


def line_block(reader: BlockReader, position: int) -> int | None:
    """Read lines after bars."""
    found = lists.line_block(reader.text, position)
    if not found:
        return None
    for line in found.bodies:
        reader.add_apart(line)
    return found.end


def table(reader: BlockReader, position: int) -> int | None:
    """Read a table, with its caption."""
    found = tables.table_at(reader.text, position)
    if not found:
        return None
    for cell in found.cells:
        reader.add_cell(cell.stretches, cell.is_fixed_width)
    return found.end


def directive(reader: BlockReader, position: int) -> int | None:
    """Read a directive of MyST whose content is Markdown."""
    inside = directive_text(reader.text, position, reader.end)
    if inside is None:
        return None
    reader.inside([inside], in_list=True)
    return fenced_end(reader.text, position, reader.end)


def div(reader: BlockReader, position: int) -> int | None:
    """Read the line that opens a fenced div."""
    end = opening_div_end(reader.text, position)
    if end:
        reader.enter("", 0)
    return end


def html_tag(reader: BlockReader, position: int) -> int | None:
    """Read a comment, a tag, or an element whose content is not Markdown."""
    comment = html.comment_end(reader.text, position, reader.end)
    if comment:
        return comment
    tag = html.tag_at(reader.text, position, reader.end)
    if not tag or not html.is_block_element(tag.name):
        return None
    verbatim = html.verbatim_end(reader.text, tag.name, tag.end)
    if verbatim and not tag.closes:
        return verbatim
    is_empty = reader.has("/>", tag.end - len("/>"))
    if tag.closes or is_empty:
        return tag.end
    return _enter_element(reader, position, tag)


def _enter_element(reader: BlockReader, position: int, tag: html.Tag) -> int:
    """Go on inside an element; its first line may say how far all are indented."""
    spaces = None if tag.name == "div" else reader.match(_AFTER_TAG, tag.end)
    indent = spaces[1] if spaces else None
    end = spaces.end() if spaces and indent is None else tag.end
    reader.enter(tag.name, len(indent or ""))
    reader.record("open", position, end)
    return end
