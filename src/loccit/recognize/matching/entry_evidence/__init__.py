"""Evidence that an entry of a typed list is a source of the library, one kind a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from loccit.recognize.matching.choice import Evidence, Weighed
from loccit.recognize.matching.compared import AskedEntry, ComparedWork
from loccit.recognize.matching.entry_evidence.identifier import identifier
from loccit.recognize.matching.entry_evidence.kind import kind
from loccit.recognize.matching.entry_evidence.people import people
from loccit.recognize.matching.entry_evidence.publication import publication
from loccit.recognize.matching.entry_evidence.title import title
from loccit.recognize.matching.entry_evidence.year import year

#: What identifies a source: one of these must speak for it.
_IDENTIFYING = (identifier, title)
#: What else speaks for it or against it.
_FURTHER: tuple[Callable[[AskedEntry, ComparedWork], Iterator[Evidence]], ...] = (
    people,
    year,
    kind,
    publication,
)


def weigh_entry(asked: AskedEntry, source: ComparedWork) -> Weighed | None:
    """Gather the evidence that an entry is a source; None if nothing identifies it."""
    found = [each for kinds in _IDENTIFYING for each in kinds(asked, source)]
    if not any(each.points > 0 for each in found):
        return None
    found += [each for kinds in _FURTHER for each in kinds(asked, source)]
    return Weighed(source.work, tuple(found))
