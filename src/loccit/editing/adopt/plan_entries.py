"""Plan what becomes of the entries of a typed list."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from loccit._startup.dataclass import dataclass, replace
from loccit.bibliography import Library
from loccit.editing.adopt.complete import Complete
from loccit.editing.adopt.describe import begins_with_ditto, option_of, reasons
from loccit.editing.adopt.new_source import new_source, with_year
from loccit.editing.adopt.plan import SURE_READING, EntryPlan
from loccit.editing.adopt.questions import Decide, Decision, Question
from loccit.essays import Essay
from loccit.recognize import Recognized, TypedCite, TypedEntry
from loccit.recognize.matching import SURE

_KNOWN = "the library has it"
_NEW = "the library lacks it"
#: Of these a reference has one, besides its title.
_OF_REFERENCES = ("author", "editor", "issued", "container-title", "DOI", "URL")
_AS_TYPED = "kept as typed"
_YEAR = "the year is from the citation"


@dataclass(frozen=True, slots=True)
class EntryPlanner:
    """Plans what becomes of the entries of an essay's list.

    Attributes:
        essay: the essay.
        library: its library.
        decide: answers what is doubtful.
        complete: completes new sources.
    """

    essay: Essay
    library: Library
    decide: Decide
    complete: Complete

    def plans(self, recognized: Recognized) -> list[EntryPlan]:
        """Plan what becomes of the entries; a new source has no key yet."""
        cites = _cites_by_entry(recognized)
        return [
            self._plan(f"e{number + 1}", entry, cites.get(number, []))
            for number, entry in enumerate(recognized.entries)
        ]

    def _plan(
        self, name: str, entry: TypedEntry, cites: Sequence[TypedCite]
    ) -> EntryPlan:
        place = self.essay.place(entry.span.start, entry.part)
        why = reasons(entry.reasons)
        plan = self._likely(EntryPlan(name, entry, place, "doubtful", why), cites)
        decision = self.decide(_question(plan, entry, self.library))
        return self._decided(plan, decision, cites)

    def _likely(self, plan: EntryPlan, cites: Iterable[TypedCite]) -> EntryPlan:
        """Plan what becomes of an entry if nobody decides."""
        entry = plan.entry
        if entry.key and entry.match_confidence >= SURE:
            why = plan.why or (_KNOWN,)
            return replace(plan, outcome="adopted", key=entry.key, why=why)
        if entry.key or entry.candidates:
            return plan
        return self._new(plan, cites)

    def _decided(
        self, plan: EntryPlan, decision: Decision | None, cites: Iterable[TypedCite]
    ) -> EntryPlan:
        """Plan what becomes of an entry as somebody has decided.

        Raises:
            UnknownKey: the library has no source with that key.
        """
        if decision is None:
            return plan
        if decision.key:
            key = self.library.require(decision.key).key
            return replace(plan, outcome="adopted", key=key, new=None, missing=())
        if decision.new:
            new = plan if plan.new else self._new(plan, cites)
            return replace(new, outcome="adopted", key="")
        return replace(
            plan, outcome="kept", key="", new=None, missing=(), why=(_AS_TYPED,)
        )

    def _new(self, plan: EntryPlan, cites: Iterable[TypedCite]) -> EntryPlan:
        """Plan a new source; it is adopted if its fields are beyond doubt, or if a
        service has the work.
        """
        entry = plan.entry
        dated = with_year(entry.source, cites)
        is_dated_by_cites = dated is not entry.source
        completed = self.complete(dated)
        source, missing = new_source(entry, completed.source)
        year = _YEAR if is_dated_by_cites else ""
        why = [_NEW, *plan.why, year, completed.why, *_doubts(entry)]
        is_sure = completed.is_confirmed or _is_sure(entry, is_dated_by_cites)
        return replace(
            plan,
            outcome="adopted" if is_sure else "doubtful",
            why=tuple(filter(None, why)),
            new=source,
            missing=missing,
            is_dated_by_cites=is_dated_by_cites,
        )


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


def _is_sure(entry: TypedEntry, is_dated_by_cites: bool) -> bool:
    """Return whether an entry is a new source beyond doubt: all was read of the entry,
    and it has what makes a reference of a few words.
    """
    if entry.confidence < SURE_READING or is_dated_by_cites:
        return False
    variables = entry.source.variables
    if begins_with_ditto(entry) and "author" not in variables:
        return False
    return "title" in variables and any(name in variables for name in _OF_REFERENCES)


def _doubts(entry: TypedEntry) -> Iterator[str]:
    if entry.doubtful:
        yield f"not sure: {', '.join(entry.doubtful)}"


def _question(plan: EntryPlan, entry: TypedEntry, library: Library) -> Question:
    options = [option_of(each, (), library) for each in entry.candidates]
    return Question(
        plan.id,
        "entry",
        entry.text,
        plan.outcome == "doubtful",
        "all like it",
        plan.place,
        tuple(options),
        plan.new or entry.source,
        plan.why,
    )
