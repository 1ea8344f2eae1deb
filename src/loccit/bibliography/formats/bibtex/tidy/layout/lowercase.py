"""Types of entries and names of fields in lower case."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.bibtex.tidy.action import Action
from loccit.bibliography.formats.bibtex.tidy.entry import OneEntry
from loccit.model import Edit, Span


def _lowercase(entry: OneEntry) -> Iterator[Edit]:
    type_ = Span(0, entry.parts.key.start)
    for span in (type_, *map(entry.name, entry.parts.fields)):
        yield Edit(span, span.of(entry.text).lower())


ACTION = Action(
    "lowercase",
    "Types and names of fields in lower case: `@Article` becomes `@article`.",
    of_entry=_lowercase,
)
