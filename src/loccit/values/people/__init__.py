"""Names of people and groups as they are typed: one name, and lists of names."""

from loccit.values.people.list_of_names import ListedName, PeopleList, split_people
from loccit.values.people.one_name import (
    has_catalogue_notes,
    has_initials,
    is_initials,
    person,
    read_name,
    read_person,
)
from loccit.values.people.read import read_people

__all__ = [
    "ListedName",
    "PeopleList",
    "has_catalogue_notes",
    "has_initials",
    "is_initials",
    "person",
    "read_name",
    "read_people",
    "read_person",
    "split_people",
]
