"""Put each field on its own line, and align the equals signs."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.bibtex.tidy.actions import Action
from loccit.bibliography.formats.bibtex.tidy.entry import TidyEntry
from loccit.model import Edit, Span


def _align(entry: TidyEntry) -> Iterator[Edit]:
    parts = entry.parts
    if not parts.fields:
        return
    newline = entry.context.newline
    start = "," + newline + entry.context.indent
    widest = max(len(entry.name(name)) for name in parts.fields)
    end = parts.body.start
    for name, field in parts.fields.items():
        written = entry.name(name)
        padding = " " * (widest - len(written))
        yield Edit(Span(end, field.whole.start), start)
        yield Edit(Span(written.end, field.value.start), padding + " = ")
        end = field.whole.end
    tail = Span(end, parts.body.end)
    comma = "," if "," in tail.of(entry.text) else ""
    yield Edit(tail, comma + newline)


ACTION = Action(
    "align",
    "Put each field on its own line, and align the `=` of an entry.",
    of_entry=_align,
    moves_fields=True,
)
