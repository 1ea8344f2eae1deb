"""The fields of a source, as people edit them in a form."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from loccit._startup.namedtuple import NamedTuple
from loccit._startup.regex import regex
from loccit.bibliography.formats.bibtex.edit.missing_fields import entry_of
from loccit.bibliography.formats.bibtex.latex.read import with_letters
from loccit.bibliography.formats.bibtex.words import (
    NAME_FIELDS,
    one_name,
    split_at_and,
)
from loccit.drafting.bib.entry_types import ENTRY_TYPES, NO_ENTRIES
from loccit.drafting.bib.fields import meaning_of
from loccit.model import Source

#: How a field is typed.
FieldKind = Literal["people", "date", "address", "long", "text"]

#: What TeX writes with a backslash, and people without.
_ESCAPED = regex(r"\\([&%#])")
_DATES = frozenset(["date", "origdate", "eventdate", "urldate"])
_LONG = frozenset(["abstract", "annotation", "note"])
#: Types that are other names of others, or no entries.
_NOT_OFFERED = NO_ENTRIES | {
    "conference",
    "data",
    "electronic",
    "phdthesis",
    "mastersthesis",
    "set",
    "techreport",
    "www",
    "xdata",
}
#: Fields without any reader of an essay.
_TECHNICAL = frozenset(["entrytype", "file", "groups", "options", "keywords"])


class SourceField(NamedTuple):
    """A field of a source.

    Attributes:
        name: as a .bib file has it.
        value: as people type it: people are separated by `;`; `""` if it is missing.
        kind: how it is typed.
        meaning: what it means, in a sentence.
        is_usual: whether sources of this type usually have it.
    """

    name: str
    value: str
    kind: FieldKind
    meaning: str
    is_usual: bool


class SourceType(NamedTuple):
    """A type that a source may have.

    Attributes:
        name: as a .bib file has it.
        meaning: what it is for, in a few words.
        fields: those that its entries usually have.
    """

    name: str
    meaning: str
    fields: Sequence[SourceField]


def source_types() -> Iterator[SourceType]:
    """Yield the types that are offered, the most frequent first."""
    for name, entry_type in ENTRY_TYPES.items():
        if name not in _NOT_OFFERED:
            fields = [_field(field, "", is_usual=True) for field in entry_type.fields]
            yield SourceType(name, entry_type.meaning, fields)


def type_of(source: Source) -> str:
    """Return the entry type of a source, as a .bib file has it."""
    return entry_of(source)[0]


def meaning_of_type(name: str) -> str:
    """Return what an entry type is for; its name if nobody knows."""
    known = ENTRY_TYPES.get(name)
    return known.meaning if known else name


def fields_of(source: Source) -> list[SourceField]:
    """Return the fields of a source: those that its type usually has, also the missing
    ones, then the others.

    >>> from loccit.model import Name
    >>> doe = {"author": (Name("Doe", "Jo"), Name("Roe", "Bo")), "title": "On it"}
    >>> [(field.name, field.value) for field in fields_of(Source("a", "book", doe))][:2]
    [('author', 'Doe, Jo; Roe, Bo'), ('title', 'On it')]
    """
    kind, values = entry_of(source)
    left = dict(values)
    known = ENTRY_TYPES.get(kind)
    found = []
    for usual in known.fields if known else ():
        name = _name_in(usual, left)
        found.append(_field(name, left.pop(name, ""), is_usual=True))
    others = (_field(name, tex, is_usual=False) for name, tex in left.items())
    return [*found, *(each for each in others if each.name not in _TECHNICAL)]


def _name_in(usual: str, values: Mapping[str, str]) -> str:
    """Return the name by which a source has a field: `journaltitle` for `journal`."""
    if usual in values:
        return usual
    if usual == "date" and "year" in values:
        return "year"
    same = (name for name in values if one_name(name) == one_name(usual))
    return next(same, usual)


def _field(name: str, tex: str, *, is_usual: bool) -> SourceField:
    return SourceField(name, _typed(name, tex), _kind(name), meaning_of(name), is_usual)


def _kind(name: str) -> FieldKind:
    if name in NAME_FIELDS:
        return "people"
    if name in _DATES:
        return "date"
    if name == "url":
        return "address"
    return "long" if name in _LONG else "text"


def _typed(name: str, tex: str) -> str:
    """Return a value as people type it; braces that keep capitals stay."""
    text = with_letters(_ESCAPED.sub(r"\1", tex))
    if name in NAME_FIELDS:
        return "; ".join(name.strip() for name in split_at_and(text))
    return text
