"""Ask the services about a work: first by its identifiers, then by title and author."""

from __future__ import annotations

from collections.abc import Sequence

from loccit._startup.dataclass import dataclass, field
from loccit.bibliography.duplicates import name_words
from loccit.errors import LookupFailed
from loccit.lookup.http import Web
from loccit.lookup.identifiers import Identifier
from loccit.lookup.json_values import first_surname
from loccit.lookup.look_up import find
from loccit.lookup.lookup_result import LookupResult
from loccit.lookup.services import finders
from loccit.lookup.verify.asked_work import AskedWork, Record
from loccit.lookup.verify.difference import Difference
from loccit.lookup.verify.differences import find_differences
from loccit.lookup.verify.same_work import Match, choose, is_of, matches, ranked
from loccit.lookup.verify.verdict import OtherWork, Outcome, Verdict

#: A shorter title finds too much.
_FEWEST_WORDS = 2
#: So many similar works are shown.
_MOST_CANDIDATES = 3


def verify(work: AskedWork, web: Web) -> Verdict:
    """Return what the services say of a work.

    Its identifiers are sent; where none leads to it, title, first name and year.
    """
    inquiry = _Inquiry(work, web)
    inquiry.look_up()
    if inquiry.match is None:
        inquiry.search()
    return inquiry.verdict()


@dataclass(slots=True)
class _Inquiry:
    """An inquiry about a work: the findings so far.

    Attributes:
        match: the record of the work.
        other: another work that has its identifier.
        unknown: identifiers that no service knows.
        similar: records that may be of it.
        searched: the names of the services that were searched.
        failures: why services could not be asked.
    """

    work: AskedWork
    web: Web
    match: Match | None = None
    other: OtherWork | None = None
    unknown: list[Identifier] = field(default_factory=list)
    similar: list[Match] = field(default_factory=list)
    searched: list[str] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)

    def look_up(self) -> None:
        """Ask for the identifiers, until one leads to the work."""
        for identifier in self.work.identifiers():
            found = self._record_of(identifier)
            if found and is_of(self.work, found):
                differences = find_differences(self.work.compared(), Record(found))
                self.match = Match(found, differences)
                return
            if found and self.other is None:
                self.other = OtherWork(identifier, found)

    def _record_of(self, identifier: Identifier) -> LookupResult | None:
        try:
            found = find(identifier, self.web)
        except LookupFailed as failure:
            self.failures.append(failure.message)
            return None
        if found is None:
            self.unknown.append(identifier)
        return found

    def search(self) -> None:
        """Search the services, until one has the work."""
        source = self.work.source
        title = name_words(source.plain("title"))
        if len(title) < _FEWEST_WORDS or not first_surname(source):
            return
        for service in finders(source.type):
            self.searched.append(service.NAME)
            try:
                found = list(service.search(source, self.web.at(service)))
            except LookupFailed as failure:
                self.failures.append(failure.message)
                continue
            self.similar = ranked([*self.similar, *matches(self.work, found)])
            self.match = choose(self.work, self.similar)
            if self.match:
                return

    def verdict(self) -> Verdict:
        """Sum up what was found."""
        differences = tuple(self.match.differences) if self.match else ()
        return Verdict(
            self._outcome(differences),
            self.match.found if self.match else None,
            differences,
            tuple(match.found for match in self.similar[:_MOST_CANDIDATES]),
            self.other,
            tuple(self.unknown),
            tuple(self.searched),
            tuple(dict.fromkeys(self.failures)),
        )

    def _outcome(self, differences: Sequence[Difference]) -> Outcome:
        if self.other:
            return "other-work"
        if self.match:
            are_additions = all(each.is_addition for each in differences)
            has_unknown = any(each.kind == "doi" for each in self.unknown)
            return "same" if are_additions and not has_unknown else "different"
        if self.failures:
            return "not-asked"
        if self.similar:
            return "candidates"
        return "not-found" if self.searched or self.unknown else "not-searched"
