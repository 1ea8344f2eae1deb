"""Write sources as entries of a .bib file, in BibTeX or BibLaTeX.

A source from a .bib file keeps its entry where the dialect allows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from loccit._startup.regex import regex
from loccit.bibliography import round_trip
from loccit.bibliography.formats.bibtex.dialects import NAMES
from loccit.bibliography.formats.bibtex.entry_source import (
    BibtexEntry,
    fields_of,
    in_headline_case,
)
from loccit.bibliography.formats.bibtex.entry_text import ScannedEntries
from loccit.bibliography.formats.bibtex.month_macros import month_macros
from loccit.bibliography.formats.bibtex.recover import read_fields
from loccit.bibliography.formats.bibtex.scan import closing
from loccit.bibliography.source_file import SourceFile
from loccit.model import Source
from loccit.values.dates import MONTHS

#: Converts an entry, by type and fields, to a dialect.
Dialect: TypeAlias = Callable[[str, Mapping[str, str]], tuple[str, dict[str, str]]]

#: A name that is read as a field's.
_FIELD_NAME = regex(r"[a-z][a-z0-9_+:.-]*$")
#: Fields that have another name in the other dialect.
_RENAMED = frozenset(name for names in NAMES for name in names)
_MACROS = {name: name for name in MONTHS}


def entry_text(kind: str, key: str, fields: Mapping[str, str]) -> str:
    """Write an entry with each field on its own line.

    >>> print(entry_text("misc", "doe", {"year": "2010", "month": "mar"}))
    @misc{doe,
      year  = {2010},
      month = mar,
    }
    """
    width = max(map(len, fields), default=0)
    lines = [f"@{kind}{{{key},"]
    for name, tex in fields.items():
        lines.append(f"  {name.ljust(width)} = {_value(name, tex)},")
    lines.append("}")
    return "\n".join(lines)


def new_entry(source: Source) -> BibtexEntry:
    """Return the BibTeX entry for a source, with the custom values that can be fields."""
    kind, fields = fields_of(source)
    return BibtexEntry(kind, fields | custom_fields(source, fields))


def custom_fields(source: Source, fields: Mapping[str, str]) -> dict[str, str]:
    """Return the custom values that can be fields of an entry that has `fields`."""
    custom = {}
    for name, value in source.custom.items():
        if name == "entrytype" or name in fields or not isinstance(value, str):
            continue
        if _FIELD_NAME.match(name) and _is_balanced(value):
            custom[name] = value
    return custom


def in_dialect(
    source: Source,
    dialect: Dialect,
    new: Callable[[Source], tuple[str, dict[str, str]]] = new_entry,
) -> str:
    """Write a source as an entry in a dialect.

    An entry from a .bib file stays as it is if the dialect has it so.

    Args:
        source: what is written.
        dialect: converts an entry to the dialect.
        new: makes the entry of a source from elsewhere.
    """
    if not source.original:
        kind, fields = dialect(*new(source))
        return entry_text(kind, source.key, fields)
    entry = ScannedEntries(source.original)[0]
    end = closing(entry.text, 0, len(entry.text))
    body = entry.text[entry.body : None if end is None else end - 1]
    given = read_fields(body, _MACROS, closed=end is not None).values
    kind, fields = dialect(entry.type, given)
    if (kind, fields) == (entry.type, given):
        return source.original
    return entry_text(kind, source.key, fields)


def lost_in_dialect(
    source: Source,
    write: Callable[[Iterable[Source]], str],
    read: Callable[[str, str], SourceFile],
) -> Iterator[str]:
    """Name what differs when the entry is read again.

    An entry from a .bib file that stays as it is loses nothing. What an entry takes
    from others, such as the work that a review is about, does not count: it is read by
    itself.
    """
    if not source.original:
        yield from round_trip.lost(in_headline_case(source), write, read)
        return
    if write([source]).rstrip("\n") == source.original:
        return
    alone = read(source.original, "").read(0).source
    if alone is None:
        return
    for name in round_trip.lost(alone, write, read):
        if name not in _RENAMED:
            yield name


def _value(name: str, tex: str) -> str:
    macros = month_macros(tex) if name == "month" else ""
    return macros or f"{{{tex}}}"


def _is_balanced(value: str) -> bool:
    """Return whether every brace of a value has its partner."""
    block = f"@a{{{value}}}"
    return closing(block, 0, len(block)) == len(block)
