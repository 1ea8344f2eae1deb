"""One entry by itself: the TeX of its fields, and the edits that change them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import NamedTuple

from loccit._startup.dataclass import dataclass
from loccit._startup.regex import regex
from loccit.bibliography.editable_sequence import removals
from loccit.bibliography.formats.bibtex.edit.entry_spans import BibEntry, bib_entry
from loccit.bibliography.formats.bibtex.edit.layout import is_plain, undelimited
from loccit.bibliography.formats.bibtex.entry_source import source_of
from loccit.bibliography.formats.bibtex.recover import read_fields
from loccit.bibliography.formats.bibtex.scan import scan
from loccit.model import Edit, Span
from loccit.values.dates import MONTHS

#: Abbreviations that every file has; others stand for themselves.
_MONTHS = {month: month for month in MONTHS}
_NAME = regex(r"[^\s=]+")


class Surroundings(NamedTuple):
    """What an entry takes from its file: the abbreviations defined there, what fields'
    lines begin with, line ends.
    """

    strings: frozenset[str] = frozenset()
    indent: str = "  "
    newline: str = "\n"


@dataclass(frozen=True, slots=True)
class OneEntry:
    """An entry without a fault.

    Attributes:
        text: from its `@` to its closing delimiter.
        parts: the places of its parts in `text`.
        file: what it takes from its file.
    """

    text: str
    parts: BibEntry
    file: Surroundings

    @property
    def key(self) -> str:
        """Its key."""
        return self.parts.key.of(self.text)

    @property
    def commented(self) -> bool:
        """Whether there is more in it than its fields."""
        return not is_plain(self.text, self.parts)

    def tex(self, name: str) -> str | None:
        """The TeX of a field; None where there is no such field, or it is an
        abbreviation or joined from several.
        """
        if name not in self.parts.fields:
            return None
        value = self.parts.fields[name].value.of(self.text)
        return (
            undelimited(value)
            if value.startswith(("{", '"')) or value.isdecimal()
            else None
        )

    def put(self, name: str, value: str) -> Edit:
        """The edit that gives a field this value, delimiters and all."""
        return Edit(self.parts.fields[name].value, value)

    def put_tex(self, name: str, tex: str) -> Edit:
        """The edit that gives a field this TeX, in the delimiters that it has."""
        span = self.parts.fields[name].value
        return Edit(
            span, f'"{tex}"' if span.of(self.text).startswith('"') else "{" + tex + "}"
        )

    def name(self, name: str) -> Span:
        """Where the name of a field stands."""
        found = _NAME.match(self.text, self.parts.fields[name].whole.start)
        assert found  # a field begins with its name
        return Span(*found.span())

    def without(self, names: Collection[str]) -> Iterator[Edit]:
        """The edits that take fields out."""
        all_names = list(self.parts.fields)
        return removals(
            self.text,
            self.parts.parts,
            [all_names.index(name) for name in names],
            self.parts.body.end,
        )

    def says_the_same(self, other: OneEntry) -> bool:
        """Whether both are read as the same source, each by itself."""
        (type_, values), (other_type, other_values) = self._read(), other._read()
        if (type_, values) == (other_type, other_values):
            return True
        return source_of("", type_, values) == source_of("", other_type, other_values)

    def _read(self) -> tuple[str, dict[str, str]]:
        return self.parts.type, read_fields(
            self.parts.body.of(self.text), _MONTHS
        ).values


def one_entry(text: str, file: Surroundings) -> OneEntry | None:
    """The entry that is the whole of `text`; None where it is none, or has a fault, or
    a field without a name.
    """
    found = scan(text).entries
    if len(found) != 1 or found[0].start or found[0].fault:
        return None
    parts = bib_entry(text, found[0])
    if parts.faults or parts.whole.end != len(text) or not all(parts.fields):
        return None
    return OneEntry(text, parts, file)
