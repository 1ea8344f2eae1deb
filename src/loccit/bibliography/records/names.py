"""Names as record formats write them: "Last, First, Suffix"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit.model import Name
from loccit.values.names import OTHERS, given_and_particle, surname
from loccit.values.people import (
    has_catalogue_notes,
    read_name,
    read_people,
    split_people,
)


def read_names(texts: Sequence[str]) -> tuple[Name, ...]:
    """Read the names of lines; a line may have several, if they are clearly several.

    >>> [name.family for name in read_names(["Pettit, Becky; Western, Bruce"])]
    ['Pettit', 'Western']
    >>> [name.family for name in read_names(["Doe, J. and Roe, R."])]
    ['Doe', 'Roe']
    """
    names = (name for text in texts for name in _read_line(text))
    return tuple(name for name in names if name != Name())


def write_names(names: tuple[Name, ...]) -> list[str]:
    """Write names, one a line.

    A group's name ends in a comma, so that EndNote does not look for a surname in it.

    >>> write_names((Name("Beauvoir", "Simone", non_dropping_particle="de"), Name(literal="WHO")))
    ['de Beauvoir, Simone', 'WHO,']
    """
    return ["et al." if name == OTHERS else write_name(name) for name in names]


def write_name(name: Name) -> str:
    """Write a name with its surname first."""
    if name.literal:
        return f"{name.literal},"
    family, given = surname(name), given_and_particle(name)
    if name.suffix:
        return f"{family}, {given}, {name.suffix}"
    if given:
        return f"{family}, {given}"
    return family if read_name(family) == name else f"{family},"


def _read_line(text: str) -> Iterator[Name]:
    if text.endswith(",") or has_catalogue_notes(text):
        yield read_name(text)
        return
    for part in text.split(";"):
        people = split_people(part)
        if people.is_clear and len(people.names) > 1:
            yield from read_people(part)
        else:
            yield read_name(part)
