"""The names of an entry, as they are written and as they were read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.formats.bibtex.names import sections_of, split_at_and
from loccit.lint.rule import CheckedEntry
from loccit.model import Name
from loccit.model.csl_json import NAME_VARIABLES


class WrittenName(NamedTuple):
    """A name in a field of a .bib entry.

    Attributes:
        field: the name of the field.
        tex: the name's TeX.
        sections: its words between the commas; what is in braces is one word.
    """

    field: str
    tex: str
    sections: list[list[str]]


class WrongNames(NamedTuple):
    """The names of a variable that are wrong in some way: the first of them, and how
    many more there are, in words.
    """

    variable: str
    name: Name
    more: str


def names_of(entry: CheckedEntry) -> Iterator[tuple[str, Name]]:
    """Yield each name, after its variable."""
    for variable, value in entry.source.variables.items():
        if variable in NAME_VARIABLES and isinstance(value, tuple):
            for name in value:
                yield variable, name


def name_fields(entry: CheckedEntry) -> Iterator[str]:
    """Yield the entry's own fields of names, in a .bib file."""
    for variable in entry.source.variables:
        if variable in NAME_VARIABLES:
            field = entry.field_of(variable)
            if field:
                yield field


@lru_cache(maxsize=1)
def written_names(entry: CheckedEntry) -> tuple[WrittenName, ...]:
    """Return the names in the entry's own fields, except those in BibLaTeX's extended
    format.

    The result is kept for the next rule that asks.
    """
    return tuple(
        WrittenName(field, tex.strip(), sections_of(tex.strip()))
        for field in name_fields(entry)
        for tex in split_at_and(entry.fields[field])
        if tex.strip() and "=" not in tex
    )


def wrong_names(
    entry: CheckedEntry, is_wrong: Callable[[Name], bool]
) -> Iterator[WrongNames]:
    """Find the wrong names of each variable."""
    wrong: dict[str, list[Name]] = {}
    for variable, name in names_of(entry):
        if is_wrong(name):
            wrong.setdefault(variable, []).append(name)
    for variable, names in wrong.items():
        more = f" (and {len(names) - 1} more)" if len(names) > 1 else ""
        yield WrongNames(variable, names[0], more)
