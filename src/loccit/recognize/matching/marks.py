"""The words by which a cite may call a work, to look works up by."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.recognize.matching.acronyms import acronyms_of
from loccit.recognize.matching.asked import Asked
from loccit.recognize.matching.people import Person
from loccit.recognize.matching.spelling import folded, sound
from loccit.recognize.matching.work import Work


def marks_of_cite(asked: Asked) -> Iterator[str]:
    """Yield the words by which a cite may call a work."""
    name = asked.first
    yield name.joined
    yield sound(name.joined)
    yield from (word for word in name.words if len(word) > 1)  # no initials
    if asked.title_words:
        yield f"title {asked.title_words[0]}"
    if full := asked.acronyms.get(name.text):
        yield from folded(full)[:2]


def marks_of_work(work: Work) -> Iterator[str]:
    """Yield the words by which a cite may call a work."""
    people = (*work.people, *work.whole_group, *work.listed_people, *work.in_place)
    for person in people:
        yield from _marks_of_person(person)
    if work.title.words:
        yield f"title {work.title.words[0]}"
    if not work.source or not work.people:
        yield from work.lead
        yield from work.after_by


def _marks_of_person(person: Person) -> Iterator[str]:
    yield person.joined
    yield sound(person.joined)
    yield from person.family
    yield from person.given[:1]
    if len(person.family) > 1:
        yield from acronyms_of(person)
