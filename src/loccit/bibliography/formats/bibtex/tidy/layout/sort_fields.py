"""Give the fields of every entry the same order: that of the table of fields."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.bibliography.formats.bibtex.fields import FIELDS
from loccit.bibliography.formats.bibtex.normalize_fields import ALIASES
from loccit.bibliography.formats.bibtex.tidy.actions import Action
from loccit.bibliography.formats.bibtex.tidy.entry import TidyEntry
from loccit.model import Edit

#: The first row of each field counts.
_ORDER = {row.field: number for number, row in reversed(list(enumerate(FIELDS)))}
#: Fields that follow another: a subtitle, the parts of a date.
_FOLLOWS = {
    "subtitle": "title",
    "booksubtitle": "booktitle",
    "journalsubtitle": "journal",
    "year": "date",
    "month": "date",
    "day": "date",
}
_FOLLOWERS = list(_FOLLOWS)


def _sort_fields(entry: TidyEntry) -> Iterator[Edit]:
    fields = entry.parts.fields
    names = sorted(fields, key=_rank)
    for place, name in zip(entry.parts.field_spans, names, strict=True):
        yield Edit(place, fields[name].whole.of(entry.text))


def _rank(name: str) -> tuple[int, int]:
    """Rank a field; those that the table doesn't have come last, in their own order."""
    if name in _FOLLOWS:
        return _rank_in_table(_FOLLOWS[name]), _FOLLOWERS.index(name) + 1
    return _rank_in_table(name), 0


def _rank_in_table(name: str) -> int:
    return _ORDER.get(ALIASES.get(name, name), len(FIELDS))


ACTION = Action(
    "sort-fields",
    "Sort the fields of an entry: names, titles, dates, numbers, publishers ...",
    of_entry=_sort_fields,
    moves_fields=True,
)
