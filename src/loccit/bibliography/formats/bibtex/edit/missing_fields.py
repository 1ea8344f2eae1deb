"""Fields that one entry of a work has and the other lacks."""

from __future__ import annotations

from collections.abc import Mapping

from loccit.bibliography.formats.bibtex.edit.entry_parts import entry_parts
from loccit.bibliography.formats.bibtex.edit.layout import undelimited
from loccit.bibliography.formats.bibtex.entry_source import source_of
from loccit.bibliography.formats.bibtex.fields import FIELDS
from loccit.bibliography.formats.bibtex.normalize_fields import ALIASES
from loccit.bibliography.formats.bibtex.scan import scan
from loccit.bibliography.formats.bibtex.write_entry import new_entry
from loccit.model import Source

#: Fields that are read. Any other field is new wherever its name is new.
_KNOWN = {row.field for row in FIELDS} | ALIASES.keys() | {"year", "month", "day"}


def missing_fields(source: Source, other: Source) -> dict[str, str]:
    """Return the fields of `other` that add to `source` and change nothing in it.

    A `date` adds nothing where there is a `year`, nor a `subtitle` where the title
    contains it. Values are TeX.

    >>> title = {"title": "Emma"}
    >>> missing_fields(Source("a", "book", title), Source("b", "book", {"title": "Emma!", "publisher": "Murray"}))
    {'publisher': 'Murray'}
    """
    kind, fields = entry_of(source)
    original = latest = source_of("", kind, fields)
    missing: dict[str, str] = {}
    for name, tex in entry_of(other)[1].items():
        if name in fields or not tex:
            continue
        more = source_of("", kind, {**fields, **missing, name: tex})
        adds = name not in _KNOWN or more.variables != latest.variables
        if adds and _keeps(original, more):
            missing[name] = tex
            latest = more
    return missing


def _keeps(original: Source, more: Source) -> bool:
    """Return whether everything in `original` is unchanged in `more`."""
    same_type = more.type == original.type
    # With a month but no volume, an article may be a magazine's.
    if original.type == "article-journal":
        same_type = more.type.startswith("article-")
    return same_type and original.variables.items() <= more.variables.items()


def entry_of(source: Source) -> tuple[str, Mapping[str, str]]:
    """Return a source's type and fields as a .bib entry; their values are TeX."""
    if not source.original:
        return new_entry(source)
    text = source.original
    entry = entry_parts(text, scan(text).entries[0])
    fields = {}
    for name, field in entry.fields.items():
        value = undelimited(field.value.of(text))
        if value is not None:
            fields[name] = value
    return entry.type, fields
