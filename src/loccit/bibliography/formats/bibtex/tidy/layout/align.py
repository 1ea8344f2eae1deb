"""A field a line, and the equals signs below each other."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.bibtex.tidy.action import Action
from loccit.bibliography.formats.bibtex.tidy.entry import OneEntry
from loccit.model import Edit, Span


def _align(entry: OneEntry) -> Iterator[Edit]:
    parts = entry.parts
    if not parts.fields:
        return
    start = "," + entry.file.newline + entry.file.indent
    wide = max(len(entry.name(name)) for name in parts.fields)
    end = parts.body.start
    for name, field in parts.fields.items():
        own = entry.name(name)
        yield Edit(Span(end, field.whole.start), start)
        yield Edit(Span(own.end, field.value.start), " " * (wide - len(own)) + " = ")
        end = field.whole.end
    tail = Span(end, parts.body.end)
    yield Edit(tail, "," * ("," in tail.of(entry.text)) + entry.file.newline)


ACTION = Action(
    "align",
    "A field a line, and the `=` of an entry below each other.",
    of_entry=_align,
    moves_fields=True,
)
