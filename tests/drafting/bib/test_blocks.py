"""Entries around a cursor, finished or not."""

from __future__ import annotations

import pytest
from hypothesis import given as draw
from hypothesis import strategies as st

from loccit.bibliography.formats.bibtex.scan import scan
from loccit.drafting.bib.blocks import BibBlock, block_at, blocks_in
from loccit.drafting.bib.cursor import cursor_at
from loccit.model import Span

TEXTS = st.text(st.sampled_from('@{}(),="#% \n\r\tab1é😀-'), max_size=60)


def test_what_is_read(given: str, expected: str) -> None:
    text = given.replace("␍", "\r\n")
    blocks = blocks_in(text, Span(0, len(text)))
    assert "\n".join(shown(block, text) for block in blocks) == expected


def shown(block: BibBlock, text: str) -> str:
    fields = []
    for field in block.fields:
        pieces = " # ".join(piece.of(text) for piece in field.pieces)
        equals = "" if field.equals is None else f"={pieces}"
        fields.append(f"{field.name}{equals}")
    end = "" if block.is_closed else " ..."
    words = [block.kind, block.key.of(text) or "-", *fields]
    return " | ".join(words).replace("\n", "↵").replace("\r", "") + end


@draw(TEXTS, st.integers(0, 60))
def test_any_text_is_read(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    block = block_at(text, offset)
    if block:
        assert block.whole.start <= offset <= block.whole.end
    cursor = cursor_at(text, offset)
    if cursor:
        assert cursor.span.start <= offset <= cursor.span.end
    for each in blocks_in(text, Span(0, len(text))):
        spans = [each.kind_span, each.key]
        for field in each.fields:
            spans += [field.name_span, *field.pieces]
        ends = [end for span in spans for end in (span.start, span.end)]
        assert ends == sorted(ends)
        assert each.whole.start <= ends[0] and ends[-1] <= each.whole.end


def test_sound_entries_are_those_of_the_scan() -> None:
    text = "".join(
        f"@book{{k{n}, title = {{A {{B}} {n}}},\n year = {n}}}\n\n" for n in range(20)
    )
    found = [(entry.key, entry.start) for entry in scan(text).entries]
    blocks = blocks_in(text, Span(0, len(text)))
    assert [(each.key.of(text), each.whole.start) for each in blocks] == found


@pytest.mark.parametrize(
    "piece", ["a={\n", "@a{}", 'a="{\n', 'a="{}', "a=b ", "@", "@a{", "{", "a=b#", "=,"]
)
def test_long_texts_take_linear_time(piece: str) -> None:
    text = "@a{x," + piece * 30_000
    assert len([*blocks_in(text, Span(0, len(text)))]) <= 30_001
    cursor_at(text, len(text))
