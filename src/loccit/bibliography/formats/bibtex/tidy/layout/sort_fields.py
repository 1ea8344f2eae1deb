"""Fields in one order in every entry: that of the table of fields."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.bibtex.fields import FIELDS
from loccit.bibliography.formats.bibtex.normalize_fields import ALIASES
from loccit.bibliography.formats.bibtex.tidy.action import Action
from loccit.bibliography.formats.bibtex.tidy.entry import OneEntry
from loccit.model import Edit

_ORDER = {field.field: number for number, field in reversed(list(enumerate(FIELDS)))}
#: What stands beside another field: a subtitle, the rest of a date.
_BESIDE = {
    "subtitle": "title",
    "booksubtitle": "booktitle",
    "journalsubtitle": "journal",
    "year": "date",
    "month": "date",
    "day": "date",
}


def _sort_fields(entry: OneEntry) -> Iterator[Edit]:
    names = sorted(entry.parts.fields, key=_rank)
    for place, name in zip(entry.parts.parts, names, strict=True):
        yield Edit(place, entry.parts.fields[name].whole.of(entry.text))


def _rank(name: str) -> tuple[int, int]:
    """Fields that are not in the table stay behind, in the order that they have."""
    beside = _BESIDE.get(name, name)
    known = _ORDER.get(ALIASES.get(beside, beside), len(FIELDS))
    return known, list(_BESIDE).index(name) + 1 if name in _BESIDE else 0


ACTION = Action(
    "sort-fields",
    "Fields in one order: names, titles, dates, numbers, publishers ...",
    of_entry=_sort_fields,
    moves_fields=True,
)
