"""Compare the people of a work with those that a service names."""

from __future__ import annotations

from collections.abc import Sequence

from loccit.recognize.matching.people import Person, without_particles
from loccit.values.groups import is_same_group


def is_same_person(one: Person, other: Person) -> bool:
    """Return whether two names may be of one person or group.

    Services put particles and compound surnames into one part of a name or the other.
    """
    if one.is_group and other.is_group:
        return one.joined == other.joined or is_same_group(one.shown, other.shown)
    if {*one.family, *one.given} == {*other.family, *other.given}:
        return True  # also a name whose family name comes first
    if _plain(one) != _plain(other) and not _is_part(one, other):
        return False
    return _share_an_initial(one, other)


def are_among(people: Sequence[Person], others: Sequence[Person]) -> bool:
    """Return whether all people are among others."""
    return all(any(is_same_person(one, other) for other in others) for one in people)


def are_first(people: Sequence[Person], others: Sequence[Person]) -> bool:
    """Return whether the others begin with the people, in their order."""
    pairs = zip(people, others, strict=False)
    return len(people) <= len(others) and all(is_same_person(*pair) for pair in pairs)


def _plain(person: Person) -> str:
    return "".join(without_particles(person.family))


def _is_part(one: Person, other: Person) -> bool:
    """Return whether all words of a surname are among those of the other name."""
    return any(
        set(without_particles(first.family)) <= {*second.family, *second.given}
        and first.family[-1] in second.family
        for first, second in ((one, other), (other, one))
    )


def _share_an_initial(one: Person, other: Person) -> bool:
    """Return whether given names have a first letter in common, as far as there are any."""
    initials = [_initials(person) for person in (one, other)]
    return not all(initials) or not initials[0].isdisjoint(initials[1])


def _initials(person: Person) -> frozenset[str]:
    return frozenset(word[0] for word in (*person.given, *person.family[:-1]))
