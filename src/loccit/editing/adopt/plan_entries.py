"""Plan what becomes of the entries of a typed list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from loccit._startup.dataclass import dataclass, replace
from loccit.bibliography import Library
from loccit.editing.adopt.complete import Complete
from loccit.editing.adopt.describe import option_of, reasons
from loccit.editing.adopt.new_source import new_source, with_year
from loccit.editing.adopt.plan import SURE_READING, EntryPlan
from loccit.editing.adopt.questions import Decide, Question
from loccit.essays import Essay
from loccit.recognize import Recognized, TypedCite, TypedEntry
from loccit.recognize.matching import SURE

_KNOWN = "the library has it"
_NEW = "the library lacks it"
_AS_TYPED = "kept as typed"
_YEAR = "the year is from the citation"


def plan_entries(
    essay: Essay,
    recognized: Recognized,
    library: Library,
    decide: Decide,
    complete: Complete,
) -> list[EntryPlan]:
    """Plan what becomes of the entries of an essay's list.

    A new source has no key yet.
    """
    planner = _Planner(essay, library, decide, complete)
    cites = _cites_by_entry(recognized)
    return [
        planner.plan(f"e{number + 1}", entry, cites.get(number, []))
        for number, entry in enumerate(recognized.entries)
    ]


def _cites_by_entry(recognized: Recognized) -> Mapping[int, Sequence[TypedCite]]:
    found: dict[int, list[TypedCite]] = {}
    for citation in recognized.citations:
        for cite in citation.cites:
            entry = _likeliest_entry(cite)
            if entry is not None:
                found.setdefault(entry, []).append(cite)
    return found


def _likeliest_entry(cite: TypedCite) -> int | None:
    if cite.entry is None and cite.candidates:
        return cite.candidates[0].entry
    return cite.entry


@dataclass(frozen=True, slots=True)
class _Planner:
    essay: Essay
    library: Library
    decide: Decide
    complete: Complete

    def plan(
        self, name: str, entry: TypedEntry, cites: Iterable[TypedCite]
    ) -> EntryPlan:
        """Plan what becomes of an entry."""
        place = self.essay.place(entry.span.start, entry.part)
        why = reasons(entry.reasons)
        plan = EntryPlan(name, entry, place, "doubtful", why)
        if entry.key and entry.match_confidence >= SURE:
            return replace(plan, outcome="adopted", key=entry.key, why=why or (_KNOWN,))
        if not _is_like_any(entry):
            plan = self._new(plan, cites)
            if plan.outcome == "adopted":
                return plan
        plan = replace(plan, why=(*plan.why, *_doubts(entry)))
        decision = self.decide(_question(plan, entry, self.library))
        if decision is None:
            return plan
        if decision.key:
            return replace(plan, outcome="adopted", key=decision.key, new=None)
        if decision.new:
            plan = plan if plan.new else self._new(plan, cites)
            return replace(plan, outcome="adopted")
        return replace(plan, outcome="kept", new=None, why=(_AS_TYPED,))

    def _new(self, plan: EntryPlan, cites: Iterable[TypedCite]) -> EntryPlan:
        """Plan a new source; it is adopted if its fields are beyond doubt, or if a
        service has the work.
        """
        entry = plan.entry
        dated = with_year(entry.source, cites)
        completed = self.complete(dated)
        source, missing = new_source(entry, completed.source)
        has_own_year = dated is entry.source
        why = [_NEW, *plan.why, "" if has_own_year else _YEAR, completed.why]
        is_sure = completed.is_confirmed or entry.confidence >= SURE_READING
        return replace(
            plan,
            outcome="adopted" if is_sure else "doubtful",
            why=tuple(filter(None, why)),
            new=source,
            missing=missing,
        )


def _is_like_any(entry: TypedEntry) -> bool:
    """Return whether the library has something that the entry may be."""
    return bool(entry.key or entry.candidates)


def _doubts(entry: TypedEntry) -> Iterator[str]:
    if entry.doubtful:
        yield f"not sure: {', '.join(entry.doubtful)}"


def _question(plan: EntryPlan, entry: TypedEntry, library: Library) -> Question:
    options = [option_of(each, (), library) for each in entry.candidates]
    return Question(
        plan.id,
        "entry",
        entry.text,
        "all like it",
        plan.place,
        tuple(options),
        plan.new or entry.source,
        plan.why,
    )
