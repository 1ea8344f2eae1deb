"""The names of an entry, as they are written and as they were read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from loccit.bibliography.formats.bibtex.names import sections_of, split_at_and
from loccit.lint.rule import CheckedEntry
from loccit.model import Name
from loccit.model.csl_json import NAME_VARIABLES


class WrittenName(NamedTuple):
    """A name in a field of a .bib entry: the field, the name's TeX, and its words
    between the commas.

    What is in braces is one word.
    """

    field: str
    tex: str
    sections: list[list[str]]


def names_of(entry: CheckedEntry) -> Iterator[tuple[str, Name]]:
    """Each name with the variable it stands in."""
    for variable, value in entry.source.variables.items():
        if variable in NAME_VARIABLES and isinstance(value, tuple):
            yield from ((variable, name) for name in value)


@lru_cache(maxsize=1)
def written_names(entry: CheckedEntry) -> tuple[WrittenName, ...]:
    """Each name of a .bib entry's own fields, but for those in BibLaTeX's extended
    format.

    Several rules ask for the same in turn.
    """
    variables = (
        variable for variable in entry.source.variables if variable in NAME_VARIABLES
    )
    fields = [
        field
        for variable in variables
        if (field := entry.field_of(variable)) in entry.fields
    ]
    written = (
        (field, tex.strip())
        for field in fields
        for tex in split_at_and(entry.fields[field])
    )
    return tuple(
        WrittenName(field, tex, sections_of(tex))
        for field, tex in written
        if tex and "=" not in tex
    )


def wrong_names(
    entry: CheckedEntry, is_wrong: Callable[[Name], bool]
) -> Iterator[tuple[str, Name, str]]:
    """Each variable that has names of some kind: the first of these, and how many more
    there are, in words.
    """
    wrong: dict[str, list[Name]] = {}
    for variable, name in names_of(entry):
        if is_wrong(name):
            wrong.setdefault(variable, []).append(name)
    for variable, names in wrong.items():
        yield variable, names[0], f" (and {len(names) - 1} more)" * (len(names) > 1)
