"""Decide whether a record is of the work that was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography.duplicates import Title
from loccit.lookup.lookup_result import LookupResult
from loccit.lookup.verify.asked_work import WHOLE, AskedWork, Record, plain_title
from loccit.lookup.verify.difference import Difference
from loccit.lookup.verify.differences import find_differences
from loccit.lookup.verify.same_people import is_same_person
from loccit.recognize.matching import AskedEntry, ComparedWork, weigh_entry
from loccit.recognize.matching.people import Person, people_of

#: Points of evidence (natural logarithms of odds) from which on a record that a search
#: found is of the work, and by which it must surpass the others.
_ENOUGH = 4.0
_LEAD = 1.0
#: From so many on it may be of the work.
_POSSIBLE = -2.0
_NOTHING = float("-inf")
#: The same first author, as in the evidence about entries.
_SAME_AUTHOR = 2.5
#: Titles of fewer words are in many texts.
_ENOUGH_WORDS = 3
_ENOUGH_LETTERS = 6


class Match(NamedTuple):
    """A record that may be of the work, and where it differs."""

    found: LookupResult
    differences: list[Difference]
    points: float = 0.0


def is_of(work: AskedWork, found: LookupResult) -> bool:
    """Return whether the record of an identifier is of the work that has it.

    It is if the title agrees; or, as titles are translated and mistyped, if the first
    author and the year do.
    """
    asked, record = work.compared(), Record(found)
    ours = plain_title(asked.entry.source.plain("title"))
    if not ours.words or not record.titles:
        return True
    is_alike = any(
        ours.like(theirs) or ours.resembles(theirs) for theirs in record.titles
    )
    if is_alike and not ours.is_common:
        return True
    typed = any(_is_long(each) and asked.has(each.words) for each in record.titles)
    return typed or _agree_otherwise(asked, record)


def _is_long(title: Title) -> bool:
    """Return whether a title is not in a text by chance; in some scripts it is one word."""
    is_one_word = not title.joined.isascii() and len(title.joined) >= _ENOUGH_LETTERS
    return len(title.words) >= _ENOUGH_WORDS or is_one_word


def _agree_otherwise(asked: AskedEntry, record: Record) -> bool:
    """Return whether the first author and the year agree."""
    if not _is_same_author(asked, people_of(record.source)):
        return False
    return any(
        abs(one - other) <= 1 for one in asked.work.years for other in record.years
    )


def matches(work: AskedWork, found: Sequence[LookupResult]) -> list[Match]:
    """Return the records of a search that may be of the work."""
    asked = work.without_identifiers().compared()
    whole = work.compared()
    weighed: list[Match] = []
    for each in found:
        if _is_container(asked, each):
            continue
        points = _points(asked, each)
        if points >= _POSSIBLE:
            differences = find_differences(whole, Record(each))
            weighed.append(Match(each, differences, points))
    return weighed


def _points(asked: AskedEntry, found: LookupResult) -> float:
    """Return how much speaks for a record.

    Services split names in their own ways, so that one may only look like another.
    """
    compared = ComparedWork(replace(found.source, key="found"))
    weighed = weigh_entry(asked, compared)
    if weighed is None:
        return _NOTHING
    is_same = _is_same_author(asked, compared.people)
    points = [
        _SAME_AUTHOR if is_same and each.reason.code == "other-name" else each.points
        for each in weighed.evidence
    ]
    return sum(points)


def _is_same_author(asked: AskedEntry, theirs: Sequence[Person]) -> bool:
    ours = asked.people[:1]
    return bool(ours and theirs) and is_same_person(ours[0], theirs[0])


def ranked(found: Iterable[Match]) -> list[Match]:
    """Return records in the order of their likelihood; the first of several services that
    has a work stands for it.
    """
    works: dict[str, Match] = {}
    for match in sorted(found, key=lambda match: -match.points):
        works.setdefault(_identity(match.found), match)
    return list(works.values())


def _identity(found: LookupResult) -> str:
    return Record(found).compared.doi or repr(found.source)


def choose(work: AskedWork, similar: Sequence[Match]) -> Match | None:
    """Return the record that is of the work, if there is no doubt about it.

    Of several records of a work, the one without differences is meant.

    Args:
        work: what was asked for.
        similar: the records that may be of it, ranked.
    """
    able = [match for match in similar if _is_enough(work, match)]
    for match in able:
        if all(each.is_addition for each in match.differences):
            return match
    if not able or similar[0] != able[0]:
        return None
    lead = able[0].points - similar[1].points if len(similar) > 1 else _LEAD
    return able[0] if lead >= _LEAD else None


def _is_enough(work: AskedWork, match: Match) -> bool:
    """Return whether enough speaks for a record; a book of another year is another
    edition.
    """
    is_whole = work.compared().compared.kind == WHOLE
    other_year = any(each.variable == "issued" for each in match.differences)
    return match.points >= _ENOUGH and not (is_whole and other_year)


def _is_container(asked: AskedEntry, found: LookupResult) -> bool:
    """Return whether a record is of the book that the work is in."""
    container = plain_title(asked.entry.source.plain("container-title"))
    return bool(container.like(plain_title(found.source.plain("title"))))
