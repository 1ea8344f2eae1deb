"""The name by which a cite calls a work: its first author's surname, or what is typed in
its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit.recognize.matching.asked import Asked
from loccit.recognize.matching.choice import REPAIRED, Evidence
from loccit.recognize.matching.people import (
    PARTICLES,
    Person,
    TypedName,
    without_particles,
)
from loccit.recognize.matching.spelling import folded, spelling
from loccit.recognize.matching.work import Work
from loccit.recognize.typed_citation import Reason
from loccit.values.groups import is_same_group

SAME = 4.0
_GIVEN_TOO = 1.0
_OTHER_GIVEN = -5.0
_RESPELT = 3.5
_MISSPELT = 3.0
_BADLY_MISSPELT = 2.0
_PART = 3.0
_GIVEN_ALONE = 2.5
_LATER_AUTHOR = -3.0
_ALL_IN_OTHER_ORDER = 2.5
_GROUP = 4.0
_BEGINNING_OF_GROUP = 3.0
_DEFINED_ACRONYM = 4.0
_IN_PLACE = 2.5
_IN_TEXT = 2.5
#: A shorter given name alone may be anything.
_SHORTEST_GIVEN = 3
#: A confidence that shows a match, but asks about it.
_DOUBTFUL = 0.9
#: A confidence that shows a candidate only.
_UNLIKELY = 0.6


def first_name(asked: Asked, work: Work) -> Iterator[Evidence]:
    """Yield evidence of the first name; the strongest counts."""
    if not asked.names:
        return
    if _same_people(asked, work.people):
        text = "the same authors in another order"
        yield Evidence(_ALL_IN_OTHER_ORDER, Reason("other-order", text), REPAIRED)
    for people in (work.people, work.listed_people, work.in_place):
        yield from _of_people(asked, people, in_place=people is work.in_place)
    if not work.source or not work.people:
        yield from _in_text(asked.first, work)


def _of_people(
    asked: Asked, people: Sequence[Person], *, in_place: bool
) -> Iterator[Evidence]:
    for place, person in enumerate(people):
        for found in _like(asked, person):
            if in_place:
                yield _in_the_place(found, person)
            elif place == 0:
                yield found
            else:
                yield _later(found, person)


def _same_people(asked: Asked, people: Sequence[Person]) -> bool:
    if len(asked.names) < 2 or len(asked.names) != len(people):
        return False
    typed = {name.joined for name in asked.names}
    return typed == {person.joined for person in people}


def _in_the_place(found: Evidence, person: Person) -> Evidence:
    reason = Reason("publisher-as-author", f"the work is of or by {person.shown}")
    return Evidence(min(found.points, _IN_PLACE), reason, _DOUBTFUL)


def _later(found: Evidence, person: Person) -> Evidence:
    text = f"{person.shown} is an author, but not the first"
    points = min(_LATER_AUTHOR, found.points - SAME + _LATER_AUTHOR)
    return Evidence(points, Reason("later-author", text), _UNLIKELY)


def _like(asked: Asked, person: Person) -> Iterator[Evidence]:
    """Yield how the first name is that of a person or group."""
    typed = asked.first
    yield from _group(asked, person)
    yield from _surname(asked, typed, person)
    if not person.is_group:
        yield from _given_alone(typed, person)
        yield from _part_of_name(typed, person)
    yield from _misspelling(typed, person)


def _surname(asked: Asked, typed: TypedName, person: Person) -> Iterator[Evidence]:
    if typed.joined == person.joined:
        yield from _with_initial(asked.initial, person)
    count = len(person.family)
    before, after = typed.words[:-count], typed.words[count:]
    if before and typed.words[-count:] == person.family:
        yield from _with_given(before, person)
    if after and typed.words[:count] == person.family:
        yield from _with_given(after, person)
    count = len(typed.words)
    before = person.family[:-count]
    if (
        before
        and person.family[-count:] == typed.words
        and PARTICLES.issuperset(before)
    ):
        yield _same(person)


def _same(person: Person, points: float = SAME) -> Evidence:
    return Evidence(points, Reason("same-name", f"the name is {person.shown}"))


def _with_initial(initial: str, person: Person) -> Iterator[Evidence]:
    """Compare the initial after a surname, if there is one."""
    if not initial or not person.given:
        yield _same(person)
    else:
        yield from _with_given((initial,), person)


def _with_given(words: Sequence[str], person: Person) -> Iterator[Evidence]:
    """Compare given names and particles beside a surname."""
    given = [word for word in words if word not in PARTICLES or word in person.given]
    if person.is_group and given:
        return
    if not given or not person.given:
        yield _same(person)
    elif _agree(given, person.given):
        text = f"the name is {person.shown}, and the given name agrees"
        yield Evidence(SAME + _GIVEN_TOO, Reason("same-full-name", text))
    else:
        text = f"another {person.shown}: the given name differs"
        yield Evidence(SAME + _OTHER_GIVEN, Reason("other-given-name", text), _DOUBTFUL)


def _agree(typed: Sequence[str], given: Sequence[str]) -> bool:
    """Return whether given names or initials may be the same person's."""
    first = typed[0]
    if any(word.startswith(first) or first.startswith(word) for word in given):
        return True
    return first in "".join(word[0] for word in given) and len(first) == 1


def _part_of_name(typed: TypedName, person: Person) -> Iterator[Evidence]:
    """Compare a part of a compound name: Dantas of Dantas de Paula."""
    count = len(typed.words)
    if count >= len(person.family) or len(typed.joined) < _SHORTEST_GIVEN:
        return
    ends = (person.family[:count], person.family[-count:])
    if typed.words in ends:
        text = f"a part of the name {person.shown}"
        yield Evidence(_PART, Reason("part-of-name", text), REPAIRED)


def _given_alone(typed: TypedName, person: Person) -> Iterator[Evidence]:
    if len(typed.joined) < _SHORTEST_GIVEN or not person.given:
        return
    if (
        typed.words == person.given[: len(typed.words)]
        or typed.words == person.given[:1]
    ):
        text = f"{typed.text} is the given name of {person.shown}"
        yield Evidence(_GIVEN_ALONE, Reason("given-name", text), REPAIRED)


def _misspelling(typed: TypedName, person: Person) -> Iterator[Evidence]:
    how = spelling(_surname_of(typed, person), person.joined)
    if how in ("", "same"):
        return
    text = f"{typed.text} is spelt {person.shown} there"
    if how == "respelt":
        yield Evidence(_RESPELT, Reason("respelt-name", text), REPAIRED)
    else:
        points = _MISSPELT if how == "misspelt" else _BADLY_MISSPELT
        yield Evidence(points, Reason("misspelt-name", text), REPAIRED)


def _surname_of(typed: TypedName, person: Person) -> str:
    """Return the surname of a typed name, which may have a given name before it."""
    words = typed.words
    if len(words) == 1 or not person.given:
        return typed.joined
    if _agree(words[:1], person.given):
        return "".join(without_particles(words[1:]))
    return typed.joined if len(words[0]) > 1 else ""


def _group(asked: Asked, person: Person) -> Iterator[Evidence]:
    """Compare a group's name, its acronym, and its beginning."""
    shown = person.shown
    if not person.is_group:
        return
    for typed in (asked.first, asked.whole):
        if is_same_group(typed.text, shown):
            yield Evidence(_GROUP, Reason("same-group", f"the group is {shown}"))
        elif _begins(typed.words, person.family):
            text = f"the beginning of {shown}"
            yield Evidence(
                _BEGINNING_OF_GROUP, Reason("beginning-of-name", text), REPAIRED
            )
    full = asked.acronyms.get(asked.first.text)
    if full and (folded(full) == person.family or is_same_group(full, shown)):
        text = f"{asked.first.text} stands for {full}, the essay says"
        yield Evidence(_DEFINED_ACRONYM, Reason("defined-acronym", text))


def _begins(typed: Sequence[str], family: Sequence[str]) -> bool:
    family = [word for word in family if word != "the"]
    count = len(typed)
    return 2 <= count < len(family) and list(typed) == family[:count]


def _in_text(typed: TypedName, work: Work) -> Iterator[Evidence]:
    """Look for the name at the beginning of an entry that was not read well."""
    count = len(typed.words)
    places = range(min(len(work.lead) - count + 1, len(work.lead)))
    at = [place for place in places if work.lead[place : place + count] == typed.words]
    if at and len(typed.joined) >= _SHORTEST_GIVEN:
        points = _IN_TEXT if at[0] <= 2 and not work.people else _LATER_AUTHOR
        text = f"{typed.text} is named at the beginning of the entry"
        yield Evidence(points, Reason("name-in-entry", text), _DOUBTFUL)
