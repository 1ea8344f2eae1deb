"""The names after the first, how many there are, and "et al." """

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit.bibliography.duplicates import words
from loccit.recognize.matching.asked import Asked
from loccit.recognize.matching.choice import REPAIRED, Evidence
from loccit.recognize.matching.evidence.short_title import same_title, shared_words
from loccit.recognize.matching.people import Person, TypedName, is_called
from loccit.recognize.matching.spelling import spelling
from loccit.recognize.matching.work import Work
from loccit.recognize.typed_citation import Reason

_SAME = 1.5
_MISSPELT = 1.0
_OTHER = -7.0
#: After "et al." or an ellipsis, the last author follows.
_OTHER_LAST = -2.0
_IN_OTHER_ORDER = -3.5
_TOO_MANY = -5.0
_ET_AL_OF_MANY = 0.5
_ET_AL_OF_TWO = -1.5
_ET_AL_OF_ONE = -3.0
_WITHOUT_ET_AL = -1.2
_WITHOUT_THIRD = -1.7
#: One of two authors alone is as often the author of another work.
_TWO = 2
#: With another co-author, it is another work until somebody says it is not.
_DOUBTFUL = 0.6
#: Who leaves an author out, or types them in another order, may mean another work.
_QUESTION = 0.9


def other_names(asked: Asked, work: Work) -> Iterator[Evidence]:
    """Yield evidence of the names after the first, if the work has people."""
    people = work.people
    if not people or not asked.names or people[0].is_group:
        return
    typed = asked.names[1:]
    rest = words(" ".join(name.text for name in typed))
    if rest and shared_words(rest, work.title.words) == len(rest):
        yield same_title(rest)
        return
    for place, name in enumerate(typed, 1):
        yield from _compared(name, place, people, work)
    yield from _count(asked, work)


def _compared(
    typed: TypedName, place: int, people: Sequence[Person], work: Work
) -> Iterator[Evidence]:
    if place >= len(people):
        yield _beyond(typed, work)
        return
    person = people[place]
    if is_called(typed, person):
        yield Evidence(_SAME, Reason("same-coauthor", f"with {person.shown}"))
    elif spelling(typed.joined, person.joined):
        text = f"{typed.text} is spelt {person.shown} there"
        yield Evidence(_MISSPELT, Reason("misspelt-name", text), REPAIRED)
    elif any(is_called(typed, each) for each in people):
        text = f"{typed.text} is an author in another place"
        yield Evidence(_IN_OTHER_ORDER, Reason("other-order", text), _QUESTION)
    else:
        text = f"its author is {person.shown}, not {typed.text}"
        is_last = place == len(people) - 1 and work.has_others
        points = _OTHER_LAST if is_last else _OTHER
        yield Evidence(points, Reason("other-coauthor", text), _DOUBTFUL)


def _beyond(typed: TypedName, work: Work) -> Evidence:
    """Judge an author after the last one that the work names.

    Who types more names than a list does may distinguish two works by them.
    """
    if work.has_others:
        text = f"the list does not say whether {typed.text} is an author"
        return Evidence(0.0, Reason("coauthor-not-listed", text), REPAIRED)
    text = f"{typed.text} is not an author of it"
    return Evidence(_TOO_MANY, Reason("other-coauthor", text), _DOUBTFUL)


def _count(asked: Asked, work: Work) -> Iterator[Evidence]:
    """Compare how many people there are."""
    typed, known = len(asked.names), len(work.people)
    if work.has_others:
        known = max(known + 1, 3)
    if asked.cite.et_al and work.has_others:
        yield Evidence(_ET_AL_OF_MANY, Reason("more-authors", "it has more authors"))
    elif asked.cite.et_al:
        yield _et_al(typed, known)
    elif typed < known and not asked.in_text:
        text = "it has more authors, and “et al.” is missing"
        points = _WITHOUT_ET_AL if typed == 1 else _WITHOUT_THIRD
        most = REPAIRED if known == _TWO else 1.0
        yield Evidence(points, Reason("missing-et-al", text), most)


def _et_al(typed: int, known: int) -> Evidence:
    if known > max(typed, 2):
        return Evidence(_ET_AL_OF_MANY, Reason("more-authors", "it has more authors"))
    if known > typed:
        text = "“et al.” of two authors"
        return Evidence(_ET_AL_OF_TWO, Reason("et-al-of-two", text), REPAIRED)
    text = "“et al.”, but it has no more authors"
    return Evidence(_ET_AL_OF_ONE, Reason("no-more-authors", text), REPAIRED)
