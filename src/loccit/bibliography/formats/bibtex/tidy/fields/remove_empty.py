"""Remove empty fields."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.bibtex.tidy.actions import Action
from loccit.bibliography.formats.bibtex.tidy.entry import TidyEntry
from loccit.model import Edit


def _remove_empty(entry: TidyEntry) -> Iterator[Edit]:
    fields = entry.parts.fields
    # In an entry that inherits, an empty field keeps the parent's value away.
    if "crossref" in fields or "xdata" in fields:
        return iter(())
    return entry.without([name for name in fields if entry.tex(name) == ""])


ACTION = Action("remove-empty", "Remove empty fields.", of_entry=_remove_empty)
