"""What somebody types at a place of a `.bib` file."""

from __future__ import annotations

from typing import Literal

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.drafting.bib.blocks import BibBlock, BibField, block_at
from loccit.model import Span

#: What is typed: an entry's type after its `@`, its key, the name of a field, or the
#: value of one.
Typed = Literal["type", "key", "field", "value"]
#: What a value is in: an abbreviation or a number is in nothing.
Delimiter = Literal["", "{", '"']

#: An `@` that begins a line, or follows the end of an entry, and a type.
_TYPE = regex(r"(?:^|[\r\n})])[ \t]*@[ \t]*([\w-]*)$")
_REST_OF_WORD = regex(r"[\w-]*")
_LONGEST_LINE = 200


@dataclass(frozen=True, slots=True)
class BibCursor:
    """What is typed at a place.

    Attributes:
        typed: its kind.
        span: the word or the value that is typed, without delimiters.
        block: the entry; None before its type is followed by a brace.
        field: the field that it belongs to, if it has a name yet.
        delimiter: what a value is in.
    """

    typed: Typed
    span: Span
    block: BibBlock | None = None
    field: BibField | None = None
    delimiter: Delimiter = ""


def cursor_at(text: str, offset: int) -> BibCursor | None:
    """Return what is typed at a place; None where an entry can't have anything.

    >>> cursor_at("@boo", 4).typed, cursor_at("@book{a, ti", 11).typed
    ('type', 'field')
    >>> cursor = cursor_at("@book{a, title = {Em}}", 20)
    >>> cursor.typed, cursor.field.name, cursor.delimiter
    ('value', 'title', '{')
    """
    block = block_at(text, offset)
    kind = _type_at(text, offset)
    if kind is not None:
        return BibCursor("type", kind, block if _has_type(block, kind) else None)
    if block is None or (block.is_closed and offset == block.whole.end):
        return None
    if block.key.start <= offset <= block.key.end and block.kind != "string":
        return BibCursor("key", block.key, block)
    return _in_fields(text, offset, block)


def _type_at(text: str, offset: int) -> Span | None:
    start = max(0, offset - _LONGEST_LINE)
    found = _TYPE.search(text[start:offset])
    if not found or (start and found.start() == 0):
        return None
    rest = _REST_OF_WORD.match(text, offset)
    assert rest  # it may be empty
    return Span(start + found.start(1), rest.end())


def _has_type(block: BibBlock | None, kind: Span) -> bool:
    return block is not None and block.kind_span == kind


def _in_fields(text: str, offset: int, block: BibBlock) -> BibCursor | None:
    for field in block.fields:
        if field.name_span.start <= offset <= field.name_span.end:
            return BibCursor("field", field.name_span, block, field)
        if field.equals is not None and field.equals <= offset <= field.whole.end:
            return _in_value(text, offset, block, field)
    if block.fields_from is None or offset < block.fields_from:
        return None
    if not _is_after_comma(text, offset, block):
        return _in_missing_value(text, offset, block)
    return BibCursor("field", Span(offset, offset), block)


def _in_value(
    text: str, offset: int, block: BibBlock, field: BibField
) -> BibCursor | None:
    for piece in field.pieces:
        if text[piece.start] not in '{"':
            if piece.start <= offset <= piece.end:
                return BibCursor("value", piece, block, field)
            continue
        delimiter: Delimiter = "{" if text[piece.start] == "{" else '"'
        inside = _inside(text, piece)
        if inside.start <= offset <= inside.end:
            return BibCursor("value", inside, block, field, delimiter)
    if any(piece.start < offset <= piece.end for piece in field.pieces):
        return None
    return BibCursor("value", Span(offset, offset), block, field)


def _inside(text: str, piece: Span) -> Span:
    """Return a part of a value without its delimiters, of which one may be missing."""
    closing = "}" if text[piece.start] == "{" else '"'
    is_closed = len(piece) > 1 and text[piece.end - 1] == closing
    return Span(piece.start + 1, piece.end - is_closed)


def _is_after_comma(text: str, offset: int, block: BibBlock) -> bool:
    """Whether a field can begin: after a comma, or at the beginning of an `@string`."""
    ends = [field.whole.end for field in block.fields if field.whole.end <= offset]
    last = max([block.fields_from or 0, *ends])
    return not ends or "," in text[last:offset]


def _in_missing_value(text: str, offset: int, block: BibBlock) -> BibCursor | None:
    """Return the value to type after an `=` and white space."""
    before = [field for field in block.fields if field.whole.end <= offset]
    field = before[-1] if before else None
    if field is None or field.equals is None or field.pieces:
        return None
    if text[field.equals : offset].strip():
        return None
    return BibCursor("value", Span(offset, offset), block, field)
