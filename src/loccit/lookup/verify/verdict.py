"""The verdict of the services on a work."""

from __future__ import annotations

from typing import Literal

from loccit._startup.dataclass import dataclass
from loccit._startup.namedtuple import NamedTuple
from loccit.lookup.identifiers import Identifier
from loccit.lookup.lookup_result import LookupResult
from loccit.lookup.verify.difference import Difference

#: The findings about a work, in a word:
#: `same`: a record with the same data;
#: `different`: a record of it that differs;
#: `other-work`: a record of another work, under its identifier;
#: `candidates`: records of works that are like it;
#: `not-found`: nothing, though all services that may have it answered;
#: `not-asked`: nothing, and not all of them answered;
#: `not-searched`: nobody was asked, because no service has such works, or too little is
#: known of it.
Outcome = Literal[
    "same",
    "different",
    "other-work",
    "candidates",
    "not-found",
    "not-asked",
    "not-searched",
]


class OtherWork(NamedTuple):
    """Another work, which a service has under an identifier of the work."""

    identifier: Identifier
    found: LookupResult


@dataclass(frozen=True, slots=True)
class Verdict:
    """The verdict of the services on a work.

    Attributes:
        outcome: in a word.
        found: the record of the work, if there is one.
        differences: where the source and the record differ.
        candidates: records of similar works, the likeliest first.
        other: another work that a service has under its identifier.
        unknown: its identifiers that no service knows.
        searched: the names of the services that were searched.
        failures: why services could not be asked.
    """

    outcome: Outcome
    found: LookupResult | None = None
    differences: tuple[Difference, ...] = ()
    candidates: tuple[LookupResult, ...] = ()
    other: OtherWork | None = None
    unknown: tuple[Identifier, ...] = ()
    searched: tuple[str, ...] = ()
    failures: tuple[str, ...] = ()
