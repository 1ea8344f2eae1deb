"""Authors, or the editors and others whom a work without authors is known by."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit.lookup.verify.asked_work import Record
from loccit.lookup.verify.difference import Difference
from loccit.lookup.verify.same_people import are_among, are_first, is_same_person
from loccit.model import Name, Source
from loccit.recognize.matching import AskedEntry
from loccit.recognize.matching.people import Person, people_of
from loccit.values.names import MAKERS, full_name

#: The last letter of the Latin blocks of Unicode.
_LATIN = "\u024f"


def compare(asked: AskedEntry, record: Record) -> Iterator[Difference]:
    """Compare the people, whom records name in different ways."""
    ours, theirs = asked.people, people_of(record.source)
    if not ours or not theirs or _agree(ours, theirs, asked, record):
        return
    role = _role(asked.entry.source)
    stored = asked.entry.source.names(role)
    names = record.source.names(_role(record.source))
    value = tuple(_as_stored(name, stored) for name in names)
    yield Difference(role, _named(stored), _named(names), value)


def _agree(
    ours: Sequence[Person],
    theirs: Sequence[Person],
    asked: AskedEntry,
    record: Record,
) -> bool:
    if _is_latin(ours) != _is_latin(theirs):
        return True  # nobody can say
    if asked.work.has_others and (are_first(ours, theirs) or are_among(ours, theirs)):
        return True  # where others are left out, the last may follow dots
    if record.is_in_catalog:
        return are_among(theirs, ours) or are_among(ours, theirs)
    if len(theirs) == 1:  # old records name the first author only
        return are_among(theirs, ours)
    persons = [person for person in theirs if not person.is_group]
    return any(
        len(ours) == len(people) and are_first(ours, people)
        for people in (theirs, persons)  # many leave out the group after the authors
    )


def _is_latin(people: Sequence[Person]) -> bool:
    letters = "".join(person.shown for person in people)
    return all(letter <= _LATIN for letter in letters if letter.isalpha())


def _as_stored(name: Name, stored: Sequence[Name]) -> Name:
    """Return a name as the source has it, if it has: services leave out accents, and
    write out given names or not.
    """
    return next((own for own in stored if _are_same(own, name)), name)


def _are_same(*names: Name) -> bool:
    people = people_of(Source("", "document", {"author": names}))
    return len(people) == 2 and is_same_person(*people)


def _role(source: Source) -> str:
    return next(role for role in MAKERS if source.names(role))


def _named(names: Sequence[Name]) -> str:
    return ", ".join(map(full_name, names))
