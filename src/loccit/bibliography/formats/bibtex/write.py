"""Sources as entries of a .bib file: as they stand in theirs, or in BibTeX or BibLaTeX."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from loccit._startup.regex import regex
from loccit.bibliography import round_trip
from loccit.bibliography.formats.bibtex.dialects import NAMES
from loccit.bibliography.formats.bibtex.entry_source import fields_of, in_headline_case
from loccit.bibliography.formats.bibtex.entry_text import ScannedEntries
from loccit.bibliography.formats.bibtex.month_macros import month_macros
from loccit.bibliography.formats.bibtex.scan import closing
from loccit.bibliography.source_file import SourceFile
from loccit.model import Source
from loccit.values.dates import MONTHS

#: An entry's type and its fields as a dialect has them, of those that another has.
Dialect: TypeAlias = Callable[[str, Mapping[str, str]], tuple[str, dict[str, str]]]

#: A field's name, as it is read.
_FIELD_NAME = regex(r"[a-z][a-z0-9_+:.-]*$")
_RENAMED = frozenset(name for names in NAMES for name in names)
_MACROS = {name: name for name in MONTHS}


def entry_text(kind: str, key: str, fields: Mapping[str, str]) -> str:
    """An entry, a field a line.

    >>> print(entry_text("misc", "doe", {"year": "2010", "month": "mar"}))
    @misc{doe,
      year  = {2010},
      month = mar,
    }
    """
    width = max(map(len, fields), default=0)
    lines = [
        f"  {name.ljust(width)} = {_value(name, tex)}," for name, tex in fields.items()
    ]
    return "\n".join([f"@{kind}{{{key},", *lines, "}"])


def _value(name: str, tex: str) -> str:
    return (name == "month" and month_macros(tex)) or f"{{{tex}}}"


def new_entry(source: Source) -> tuple[str, dict[str, str]]:
    """BibTeX's entry type and fields for a source, what is custom and can be a field
    too.
    """
    kind, fields = fields_of(source)
    return kind, fields | custom_fields(source, fields)


def custom_fields(source: Source, fields: Mapping[str, str]) -> dict[str, str]:
    """What is custom and can stand in an entry beside `fields`."""
    return {
        name: value
        for name, value in source.custom.items()
        if isinstance(value, str)
        and name not in ("entrytype", *fields)
        and _FIELD_NAME.match(name)
        and _is_closed(value)
    }


def in_dialect(
    source: Source,
    dialect: Dialect,
    new: Callable[[Source], tuple[str, dict[str, str]]] = new_entry,
) -> str:
    """A source as an entry in a dialect; one that stands in its .bib file as the
    dialect has it is not touched.

    Args:
        source: what is written.
        dialect: makes an entry one of its own.
        new: the entry of a source that comes from elsewhere.
    """
    if not source.original:
        kind, fields = dialect(*new(source))
        return entry_text(kind, source.key, fields)
    from loccit.bibliography.formats.bibtex.recover import read_fields

    entry = ScannedEntries(source.original)[0]
    end = closing(entry.text, 0, len(entry.text))
    given = read_fields(
        entry.text[entry.body : None if end is None else end - 1],
        _MACROS,
        closed=end is not None,
    )
    kind, fields = dialect(entry.type, given.values)
    unchanged = (kind, fields) == (entry.type, given.values)
    return source.original if unchanged else entry_text(kind, source.key, fields)


def lost_in_dialect(
    source: Source,
    write: Callable[[Iterable[Source]], str],
    read: Callable[[str, str], SourceFile],
) -> Iterator[str]:
    """What is not the same when the entry is read again; one that is written as it
    stands loses nothing.

    What an entry has from others (a review its work) is no matter of the dialect.
    """
    if not source.original:
        yield from round_trip.lost(in_headline_case(source), write, read)
    elif write([source]).rstrip("\n") != source.original and (
        alone := read(source.original, "").read(0).source
    ):
        yield from (
            name for name in round_trip.lost(alone, write, read) if name not in _RENAMED
        )


def _is_closed(value: str) -> bool:
    """Whether every brace of a value has its other one."""
    block = f"@a{{{value}}}"
    return closing(block, 0, len(block)) == len(block)
