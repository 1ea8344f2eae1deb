"""Numeric citations: "[3]" is of the entry with the number 3."""

from __future__ import annotations

from loccit.recognize.matching.choice import (
    NOTHING,
    REPAIRED,
    Choice,
    Evidence,
    Weighed,
    choose,
)
from loccit.recognize.matching.work import Work
from loccit.recognize.matching.works import Works
from loccit.recognize.typed_citation import Reason, TypedCite

_SAME = 8.0
#: A shorter entry without a year may be a note that refers to another one: "Doe, 12."
_SHORT_NOTE = 8
_MAY_BE_NOTE = 0.9
_BY_ORDER = 4.0


def choose_numbered(cite: TypedCite, works: Works) -> Choice:
    """Choose the entry with the number of a cite, or in that place of a list without
    numbers.
    """
    number = cite.number.strip("()[]. ")
    reason = Reason("same-number", f"the list has the number {number}")
    numbered = works.numbered(number)
    if numbered:
        return choose([_numbered(work, reason) for work in numbered])
    listed = works.listed
    if not number.isdecimal() or any(work.number for work in listed):
        return NOTHING
    reason = Reason("place-in-list", f"entry {number} of a list without numbers")
    evidence = Evidence(_BY_ORDER, reason, REPAIRED)
    place = int(number)
    return choose([Weighed(work, (evidence,)) for work in listed[place - 1 : place]])


def _numbered(work: Work, reason: Reason) -> Weighed:
    is_note = len(work.text.split()) <= _SHORT_NOTE and not work.years
    most = _MAY_BE_NOTE if is_note else 1.0
    return Weighed(work, (Evidence(_SAME, reason, most),))
