"""The name by which a cite calls a work: its first author's surname, or what is typed in
its place.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit.recognize.matching.asked import Asked
from loccit.recognize.matching.choice import REPAIRED, Evidence
from loccit.recognize.matching.evidence.group_name import group_name
from loccit.recognize.matching.people import (
    PARTICLES,
    Person,
    TypedName,
    without_article,
    without_particles,
)
from loccit.recognize.matching.spelling import spelling
from loccit.recognize.matching.work import Work
from loccit.recognize.typed_citation import Reason

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
_IN_PLACE = 2.5
_IN_TEXT = 2.5
#: A shorter given name alone may be anything.
_SHORTEST_GIVEN = 3
#: A surname in these places may be the first author's: "A. B. Doe".
_FIRST_PLACES = (0, 1, 2)
_ET_AL = ("et", "al")
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
    for people in (
        work.people,
        work.whole_group,
        work.listed_people,
        work.in_place,
    ):
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
    if person.is_group:
        yield from group_name(asked, person)
    else:
        yield from _given_alone(typed, person)
        yield from _part_of_name(typed, person)
    yield from _surname(asked, typed, person)
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
    if person.is_group:
        return "".join(without_article(words))
    if len(words) == 1 or not person.given:
        return typed.joined
    if _agree(words[:1], person.given):
        return "".join(without_particles(words[1:]))
    return typed.joined if len(words[0]) > 1 else ""


def _in_text(typed: TypedName, work: Work) -> Iterator[Evidence]:
    """Look for the name in an entry whose authors were not read for sure."""
    if len(typed.joined) < _SHORTEST_GIVEN:
        return
    reason = Reason("name-in-entry", f"{typed.text} is named in the entry")
    doubtful = work.has_doubtful_people
    at = _place(typed.words, work.lead)
    if at == 0 or (doubtful and _is_first(typed, at, work)):
        yield Evidence(_IN_TEXT, reason, _DOUBTFUL)
    elif at is not None:
        yield Evidence(_LATER_AUTHOR, reason, _UNLIKELY)
    elif doubtful and work.lead and _is_misspelt(typed.joined, work.lead[0]):
        text = f"{typed.text} is spelt {work.lead[0]} in the entry"
        yield Evidence(_BADLY_MISSPELT, Reason("misspelt-name", text), _DOUBTFUL)


def _is_first(typed: TypedName, at: int | None, work: Work) -> bool:
    """Return whether a name in an entry may be the first author's, or the acronym of a
    group.
    """
    if _place(typed.words, work.after_by) is not None:
        return True
    if at is None:
        return False
    following = work.lead[at + len(typed.words) :][:2]
    return at in _FIRST_PLACES or following == _ET_AL or typed.text.isupper()


def _place(words: Sequence[str], text: Sequence[str]) -> int | None:
    """Return where words are in others, one after the other."""
    count = len(words)
    places = range(len(text) - count + 1)
    found = (place for place in places if text[place : place + count] == words)
    return next(found, None)


def _is_misspelt(typed: str, word: str) -> bool:
    return spelling(typed, word) not in ("", "same")
