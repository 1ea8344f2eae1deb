"""Compare the people who made two works."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.duplicates.normalize import (
    abbreviates,
    is_typo,
    name_words,
    respelled,
    words,
)
from loccit.model import Name, Source
from loccit.values.names import makers

#: How two lists of names agree: in all names, or in all of the shorter list; not at all;
#: or one list is empty.
Agreement = Literal["same", "part", "other", "unknown"]


class Person(NamedTuple):
    """The words of a surname or a group's name, and those of the given names."""

    family: tuple[str, ...]
    given: tuple[str, ...]
    group: bool

    @property
    def joined(self) -> str:
        return "".join(self.family)

    @property
    def initial(self) -> str:
        return self.given[0][0] if self.given else ""


def people_of(source: Source) -> tuple[Person, ...]:
    """Return the people that a work is known by."""
    return tuple(
        person
        for person in map(_person, makers(source))
        if person.family and person.family != ("others",)
    )


def agreement(one: tuple[Person, ...], other: tuple[Person, ...]) -> Agreement:
    """Return how two lists of names agree."""
    if not one or not other:
        return "unknown"
    short, long = sorted((one, other), key=len)
    pairs = list(zip(short, long, strict=False))
    if not (_all(_same, pairs) or _all(_inverted, pairs)):
        return "other"
    return "same" if len(short) == len(long) else "part"


def _all(
    agree: Callable[[Person, Person], bool], pairs: Sequence[tuple[Person, Person]]
) -> bool:
    return all(agree(one, other) for one, other in pairs)


def _inverted(one: Person, other: Person) -> bool:
    """Return whether one has the given name as its surname; then a whole list has."""
    if not (one.given and other.given):
        return False
    return one.family == other.given and one.given == other.family


def _same(one: Person, other: Person) -> bool:
    if one.group and other.group:
        return _same_group(one, other)
    if one.group or other.group:
        return _same_surname(one, other) if one.group else _same_surname(other, one)
    if one.initial and other.initial and one.initial != other.initial:
        return False
    return one.joined == other.joined or is_typo(one.joined, other.joined)


def _same_group(one: Person, other: Person) -> bool:
    if one.joined == other.joined:
        return True
    short, long = sorted((one.family, other.family), key=_length)
    return abbreviates(short, long)


def _same_surname(group: Person, person: Person) -> bool:
    """Whether a group's name may be a person's that was not split into its parts."""
    return group.family[-len(person.family) :] == person.family


def _person(name: Name) -> Person:
    if name.family:
        family, given = map(respelled, (name.family, name.given))
        return Person(name_words(family), name_words(given), group=False)
    return Person(words(respelled(name.literal or name.given)), (), group=True)


def _length(parts: tuple[str, ...]) -> int:
    return sum(map(len, parts))
