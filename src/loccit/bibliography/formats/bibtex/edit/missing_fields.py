"""What one entry of a work has, and the other lacks."""

from __future__ import annotations

from collections.abc import Mapping

from loccit.bibliography.formats.bibtex.edit.entry_spans import bib_entry
from loccit.bibliography.formats.bibtex.edit.layout import undelimited
from loccit.bibliography.formats.bibtex.entry_source import source_of
from loccit.bibliography.formats.bibtex.fields import FIELDS
from loccit.bibliography.formats.bibtex.normalize_fields import ALIASES
from loccit.bibliography.formats.bibtex.scan import scan
from loccit.bibliography.formats.bibtex.write import new_entry
from loccit.model import Source

#: Fields that are read; of one that is not, nothing can say the same.
_KNOWN = {field.field for field in FIELDS} | ALIASES.keys() | {"year", "month", "day"}


def missing_fields(source: Source, other: Source) -> dict[str, str]:
    """The fields of `other`, with their TeX, that add something to `source` and change
    nothing that it says.

    So a `date` is none where there is a `year`, and a `subtitle` none where the title
    has it.

    >>> title = {"title": "Emma"}
    >>> missing_fields(Source("a", "book", title), Source("b", "book", {"title": "Emma!", "publisher": "Murray"}))
    {'publisher': 'Murray'}
    """
    kind, fields = _entry(source)
    said = saying = source_of("", kind, fields)
    missing: dict[str, str] = {}
    for name, tex in _entry(other)[1].items():
        if name not in fields and tex:
            more = source_of("", kind, {**fields, **missing, name: tex})
            adds = name not in _KNOWN or more.variables != saying.variables
            if (
                adds
                and more.type == said.type
                and said.variables.items() <= more.variables.items()
            ):
                missing[name] = tex
                saying = more
    return missing


def _entry(source: Source) -> tuple[str, Mapping[str, str]]:
    """A source as an entry of a .bib file: its type, and its fields."""
    if not source.original:
        return new_entry(source)
    text = source.original
    entry = bib_entry(text, scan(text).entries[0])
    values = {
        name: undelimited(field.value.of(text)) for name, field in entry.fields.items()
    }
    return entry.type, {
        name: value for name, value in values.items() if value is not None
    }
