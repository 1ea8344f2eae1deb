"""Read a list of people as names."""

from __future__ import annotations

from loccit.model import Name
from loccit.values.names import OTHERS, surname
from loccit.values.people.list_of_names import ListedName, split_people
from loccit.values.people.one_name import read_name, read_person


def read_people(text: str) -> tuple[Name, ...]:
    """Read the people and groups of a list; "et al." is one of `OTHERS` at its end.

    >>> [name.family for name in read_people("Best, Ben D., Pat N. Halpin, and A. Read")]
    ['Best', 'Halpin', 'Read']
    >>> read_people("Centers for Disease Control and Prevention (CDC)")[0].literal
    'Centers for Disease Control and Prevention'
    """
    people = split_people(text)
    names = tuple(map(_read, people.names))
    if people.has_others:
        return (*names, OTHERS)
    if len(names) == 1 and not names[0].given:
        return (Name(literal=surname(names[0])),)  # a group, or somebody like Plato
    return names


def _read(listed: ListedName) -> Name:
    if listed.is_group:
        return Name(literal=listed.text.strip("{}"))
    if "," in listed.text:
        return read_name(listed.text)
    return read_person(listed.text)
