"""Plan what becomes of typed citations."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from loccit._startup.dataclass import dataclass, replace
from loccit.bibliography import Library
from loccit.editing.adopt.describe import option_of, reasons
from loccit.editing.adopt.plan import (
    SURE_READING,
    CitationPlan,
    CitePlan,
    EntryPlan,
    Outcome,
    Work,
)
from loccit.editing.adopt.questions import Decide, Decision, Question
from loccit.errors import InvalidChange
from loccit.essays import Essay
from loccit.model import Place
from loccit.recognize import Candidate, Recognized, TypedCitation, TypedCite
from loccit.recognize.matching import SURE

_NOWHERE = "neither the list nor the library has such a work"
_PERSONAL = "a personal communication, which no list has"
_AS_TYPED = "kept as typed"
_ENTRY_STAYS = "its entry in the list stays as typed"
_ENTRY_OPEN = "its entry in the list is to be decided first"
_MAYBE = "perhaps not a citation"
_ORIGINAL = "known through the work after it"
#: What becomes of a citation is the first of these that becomes of one of its works.
_BY_WEIGHT: Sequence[Outcome] = ("doubtful", "waiting", "unknown", "kept", "adopted")


@dataclass(frozen=True, slots=True)
class _Planner:
    essay: Essay
    recognized: Recognized
    entries: Sequence[EntryPlan]
    library: Library
    decide: Decide

    def citation(self, number: int, citation: TypedCitation) -> CitationPlan:
        """Plan what becomes of a citation."""
        name = f"c{number}"
        place = self.essay.place(citation.span.start, citation.part)
        several = len(citation.cites) > 1
        cites = [
            self._cite(f"{name}.{index}" if several else name, cite, citation, place)
            for index, cite in enumerate(citation.cites, 1)
        ]
        return _joined(name, citation, place, _without_originals(cites))

    def _cite(
        self, name: str, cite: TypedCite, citation: TypedCitation, place: Place
    ) -> CitePlan:
        plan = self._likely(CitePlan(name, cite, "doubtful"), citation)
        decision = self.decide(self._question(plan, citation, place))
        return self._decided(plan, decision)

    def _likely(self, plan: CitePlan, citation: TypedCitation) -> CitePlan:
        """Plan what becomes of a cite if nobody decides."""
        cite = plan.cite
        if cite.personal:
            return replace(plan, outcome="kept", why=(_PERSONAL,))
        # An entry goes first: by now its source may have been chosen.
        work = cite.key if cite.entry is None else cite.entry
        if work is None and not cite.candidates:
            return replace(plan, outcome="unknown", why=(_NOWHERE,))
        plan = replace(plan, work=work, why=reasons(cite.reasons))
        if citation.confidence < SURE_READING and not _is_dated(cite):
            why = (_MAYBE, *reasons(citation.reasons), *plan.why)
            return replace(plan, why=why)
        if work is not None and self._is_sure(cite):
            return self._of_work(plan, work)
        if not plan.why and cite.candidates:
            return replace(plan, why=reasons(cite.candidates[0].reasons))
        return plan

    def _is_sure(self, cite: TypedCite) -> bool:
        """Return whether a work is that of a cite beyond doubt, also since somebody has
        said that the entry has the cite's year.
        """
        if cite.entry is not None and self.entries[cite.entry].is_dated_by_cites:
            return True
        return cite.confidence >= SURE

    def _of_work(self, plan: CitePlan, work: Work) -> CitePlan:
        plan = replace(plan, work=work)
        if isinstance(work, str):
            return replace(plan, outcome="adopted", key=work)
        entry = self.entries[work]
        if entry.outcome == "adopted":
            return replace(plan, outcome="adopted", key=entry.key)
        if entry.outcome == "doubtful":
            return replace(plan, outcome="waiting", why=(_ENTRY_OPEN,))
        return replace(plan, outcome="kept", why=(_ENTRY_STAYS,))

    def _decided(self, plan: CitePlan, decision: Decision | None) -> CitePlan:
        """Plan what becomes of a cite as somebody has decided.

        Raises:
            UnknownKey: the library has no source with that key.
            InvalidChange: the list has no such entry.
        """
        if decision is None:
            return plan
        if decision.key:
            return self._of_work(plan, self.library.require(decision.key).key)
        if decision.entry:
            return self._of_work(plan, self._entry(decision.entry))
        return replace(plan, outcome="kept", work=None, why=(_AS_TYPED,))

    def _entry(self, name: str) -> int:
        """Return the number of an entry, from 0, by its id."""
        for number, entry in enumerate(self.entries):
            if entry.id == name:
                return number
        raise InvalidChange(f"The list has no entry `{name}`.")

    def _question(
        self, plan: CitePlan, citation: TypedCitation, place: Place
    ) -> Question:
        cite, entries = plan.cite, self.recognized.entries
        candidates = cite.candidates or (_as_candidate(cite),)
        return Question(
            plan.id,
            "cite",
            citation.text,
            plan.outcome == "doubtful",
            f"all “{cite.names[0]}”" if cite.names else "",
            place,
            tuple(option_of(each, entries, self.library) for each in candidates),
            why=plan.why,
        )


def plan_citations(
    essay: Essay,
    recognized: Recognized,
    entries: Sequence[EntryPlan],
    library: Library,
    decide: Decide,
) -> Iterator[CitationPlan]:
    """Plan what becomes of the typed citations of an essay.

    The citations by key are not written yet, because new sources have no keys.
    """
    planner = _Planner(essay, recognized, entries, library, decide)
    for number, citation in enumerate(recognized.citations, 1):
        yield planner.citation(number, citation)


def _is_dated(cite: TypedCite) -> bool:
    """Return whether a cite has a name and a year: nothing else is of the work that has
    these.
    """
    return bool(cite.names and cite.year)


def _as_candidate(cite: TypedCite) -> Candidate:
    return Candidate(cite.entry, cite.key, cite.confidence, cite.reasons)


def _without_originals(cites: Sequence[CitePlan]) -> list[CitePlan]:
    """Keep works that nobody lists because they were read in the next one ("as cited
    in").
    """
    following = [*cites, None][1:]
    return [
        replace(plan, outcome="kept", why=(_ORIGINAL,))
        if plan.outcome == "unknown" and after and after.cite.secondary
        else plan
        for plan, after in zip(cites, following, strict=True)
    ]


def _joined(
    name: str, citation: TypedCitation, place: Place, cites: Sequence[CitePlan]
) -> CitationPlan:
    """Join the plans of a citation's works: all of them are adopted, or none."""
    outcome = _outcome([each for each in cites if each.why != (_ORIGINAL,)])
    decisive = [each for each in cites if each.outcome == outcome]
    why = dict.fromkeys(reason for cite in decisive for reason in cite.why)
    return CitationPlan(name, citation, place, outcome, tuple(cites), tuple(why))


def _outcome(cites: Sequence[CitePlan]) -> Outcome:
    """Return what becomes of a citation with these works."""
    outcomes = {cite.outcome for cite in cites}
    return next(each for each in _BY_WEIGHT if each in outcomes)
