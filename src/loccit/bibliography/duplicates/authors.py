"""The people who made a work, as they are compared."""

from __future__ import annotations

from typing import Literal, NamedTuple

from loccit.bibliography.duplicates.normalize import (
    abbreviates,
    is_slip,
    name_words,
    words,
)
from loccit.model import Name, Source
from loccit.values.names import makers

#: How two lists of names agree: in all, in those that the shorter one has; or they
#: don't; or one is empty.
Agreement = Literal["same", "part", "other", "unknown"]


class Person(NamedTuple):
    """A name: the family's or the group's words, and the first letter of the given
    name.
    """

    family: tuple[str, ...]
    initial: str
    group: bool

    @property
    def joined(self) -> str:
        return "".join(self.family)


def people_of(source: Source) -> tuple[Person, ...]:
    """Return the people that a work is known by."""
    return tuple(
        person
        for person in map(_person, makers(source))
        if person.family and person.family != ("others",)
    )


def agreement(one: tuple[Person, ...], other: tuple[Person, ...]) -> Agreement:
    """How two lists agree."""
    if not one or not other:
        return "unknown"
    short, long = sorted((one, other), key=len)
    if not all(_same(left, right) for left, right in zip(short, long, strict=False)):
        return "other"
    return "same" if len(short) == len(long) else "part"


def _same(one: Person, other: Person) -> bool:
    if one.group != other.group:
        group, person = (one, other) if one.group else (other, one)
        return group.family[-len(person.family) :] == person.family
    if one.group:
        return one.joined == other.joined or abbreviates(
            *sorted((one.family, other.family), key=_length)
        )
    if one.initial and other.initial and one.initial != other.initial:
        return False
    return one.joined == other.joined or is_slip(one.joined, other.joined)


def _person(name: Name) -> Person:
    if name.family:
        given = name_words(name.given)
        return Person(
            name_words(name.family), given[0][0] if given else "", group=False
        )
    return Person(words(name.literal or name.given), "", group=True)


def _length(parts: tuple[str, ...]) -> int:
    return sum(map(len, parts))
