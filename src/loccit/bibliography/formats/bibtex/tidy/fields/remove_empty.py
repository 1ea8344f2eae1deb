"""Fields in which nothing stands."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.bibtex.tidy.action import Action
from loccit.bibliography.formats.bibtex.tidy.entry import OneEntry
from loccit.model import Edit


def _remove_empty(entry: OneEntry) -> Iterator[Edit]:
    if entry.parts.fields.keys() & {"crossref", "xdata"}:
        return iter(())  # there an empty field keeps the parent's away
    texts = {name: entry.tex(name) for name in entry.parts.fields}
    return entry.without([name for name, tex in texts.items() if tex == ""])


ACTION = Action(
    "remove-empty", "Without fields in which nothing stands.", of_entry=_remove_empty
)
