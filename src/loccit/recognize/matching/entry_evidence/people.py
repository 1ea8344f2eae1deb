"""The authors of an entry and of a source."""

from __future__ import annotations

from collections.abc import Iterator

from loccit.recognize.matching.choice import REPAIRED, Evidence
from loccit.recognize.matching.compared import AskedEntry, ComparedWork
from loccit.recognize.matching.people import Person
from loccit.recognize.matching.spelling import spelling
from loccit.recognize.typed_citation import Reason
from loccit.values.groups import is_same_group

_SAME = 2.5
_IN_TEXT = 2.0
_MISSPELT = 1.5
_OTHER = -6.0
_NOT_TYPED = -0.5
#: With other authors, it is another work until somebody says it is not.
_DOUBTFUL = 0.6


def people(asked: AskedEntry, source: ComparedWork) -> Iterator[Evidence]:
    """Yield evidence of the first author."""
    if not source.people:
        return
    known = source.people[0]
    typed = asked.people[:1]
    if any(_is_same(each, known) for each in typed):
        yield Evidence(_SAME, Reason("same-name", f"the name is {known.shown}"))
    elif _is_in_text(asked, known):
        text = f"{known.shown} is named in the entry"
        yield Evidence(_IN_TEXT, Reason("name-in-entry", text))
    elif any(_is_misspelt(each, known) for each in typed):
        text = f"{typed[0].shown} is spelt {known.shown} there"
        yield Evidence(_MISSPELT, Reason("misspelt-name", text), REPAIRED)
    elif typed:
        text = f"in the library it is by {known.shown}"
        yield Evidence(_OTHER, Reason("other-name", text), _DOUBTFUL)
    else:
        reason = Reason("no-name-in-list", "the list names no author")
        yield Evidence(_NOT_TYPED, reason, REPAIRED)


def _is_same(typed: Person, known: Person) -> bool:
    if typed.given and known.given and typed.given[0][0] != known.given[0][0]:
        return False
    return typed.joined == known.joined or is_same_group(typed.shown, known.shown)


def _is_misspelt(typed: Person, known: Person) -> bool:
    return spelling(typed.joined, known.joined) not in ("", "same")


def _is_in_text(asked: AskedEntry, known: Person) -> bool:
    """Return whether an author is named in an entry, where the names may not have been
    read right.
    """
    if asked.people and not asked.is_doubtful("author") and not known.is_group:
        return False
    family = " ".join(known.family)
    return f" {family} " in f" {' '.join(asked.work.lead)} "
