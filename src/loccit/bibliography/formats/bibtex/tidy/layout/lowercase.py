"""Write entry types and names of fields in lower case."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.bibtex.tidy.actions import Action
from loccit.bibliography.formats.bibtex.tidy.entry import TidyEntry
from loccit.model import Edit, Span


def _lowercase(entry: TidyEntry) -> Iterator[Edit]:
    entry_type = Span(0, entry.parts.key.start)
    names = [entry.name(name) for name in entry.parts.fields]
    for span in [entry_type, *names]:
        yield Edit(span, span.of(entry.text).lower())


ACTION = Action(
    "lowercase",
    "Write entry types and names of fields in lower case: `@Article` becomes "
    "`@article`.",
    of_entry=_lowercase,
)
