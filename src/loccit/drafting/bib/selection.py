"""What a selection in a `.bib` file grows to, step by step."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.drafting.bib.blocks import block_at
from loccit.drafting.bib.cursor import cursor_at
from loccit.model import Span


def growing_spans(text: str, offset: int) -> list[Span]:
    """Return what contains a place, from the word to the whole file.

    >>> text = "@book{a, title = {A}}"
    >>> [span.of(text) for span in growing_spans(text, 18)][:3]
    ['A', '{A}', 'title = {A}']
    """
    grown: list[Span] = []
    for span in _spans(text, offset):
        if not grown or _is_larger(span, grown[-1]):
            grown.append(span)
    return grown


def _spans(text: str, offset: int) -> Iterator[Span]:
    cursor = cursor_at(text, offset)
    if cursor:
        yield cursor.span
    block = block_at(text, offset)
    if block:
        for field in block.fields:
            if field.whole.start <= offset <= field.whole.end:
                yield from (p for p in field.pieces if p.start <= offset <= p.end)
                yield field.whole
        yield block.whole
    yield Span(0, len(text))


def _is_larger(span: Span, inner: Span) -> bool:
    return span.start <= inner.start and inner.end <= span.end and span != inner
