"""What the parts of a `.bib` file are, for editors that color them."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.bibtex.words import KEY_FIELDS
from loccit.drafting.bib.blocks import BibBlock, BibField, blocks_in
from loccit.drafting.essay.tokens import Token
from loccit.model import Span


def tokens_of_bib(text: str, within: Span | None = None) -> Iterator[Token]:
    """Yield the types, keys, names of fields and values of a file, or of a part of it.

    >>> [token.kind for token in tokens_of_bib("@book{a, month = jan # {x}}")]
    ['type', 'key', 'field', 'abbreviation', 'value']
    """
    for block in blocks_in(text, Span(0, len(text)) if within is None else within):
        yield Token("type", Span(block.kind_span.start - 1, block.kind_span.end))
        if len(block.key):
            yield Token("key", block.key)
        for field in block.fields:
            yield from _of_field(text, block, field)


def _of_field(text: str, block: BibBlock, field: BibField) -> Iterator[Token]:
    is_string = block.kind == "string"
    yield Token("abbreviation" if is_string else "field", field.name_span)
    for piece in field.pieces:
        if text[piece.start] in '{"':
            yield Token("key" if field.name in KEY_FIELDS else "value", piece)
        else:
            is_number = piece.of(text).isdecimal()
            yield Token("number" if is_number else "abbreviation", piece)
