"""The plan of an adoption: what becomes of each typed citation and each typed entry."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal, TypeAlias

from loccit._startup.dataclass import dataclass
from loccit.essays import Essay
from loccit.model import Edit, Place, Source
from loccit.recognize import (
    Recognized,
    TypedCitation,
    TypedCite,
    TypedEntry,
    TypedMode,
)

#: From this confidence on, what was read of an entry, or that something is a citation,
#: is taken without a question; `recognize.SURE` is the same for matches.
SURE_READING = 0.9

#: What becomes of something typed: it is `adopted`; it is `doubtful`, so that somebody
#: has to decide; it is `waiting` for the decision about its entry in the list; it is
#: `unknown`, since neither list nor library has such a work; or it is `kept` as typed,
#: since that was decided or is right.
Outcome = Literal["adopted", "doubtful", "waiting", "unknown", "kept"]

#: Styles of the kinds of citations that say which they are of.
_STYLES: Mapping[TypedMode, str] = {"mla": "mla", "numeric": "ieee"}

#: A work: a key of the library, or the number of an entry of the essay's list, from 0.
Work: TypeAlias = "str | int"


@dataclass(frozen=True, slots=True)
class EntryPlan:
    """What becomes of an entry of the typed list.

    Attributes:
        id: its name in a file of decisions: `e1`.
        entry: the entry.
        place: where it begins.
        outcome: what becomes of it.
        why: the reasons, in words.
        key: the source of the library that it is, or becomes; "" if it is not adopted.
        new: the source to add to the library, if the library lacks it; a doubtful one
            has the key that it would get.
        missing: what the new source lacks, in words.
        is_dated_by_cites: whether its year is that of the citations.
    """

    id: str
    entry: TypedEntry
    place: Place
    outcome: Outcome
    why: tuple[str, ...] = ()
    key: str = ""
    new: Source | None = None
    missing: tuple[str, ...] = ()
    is_dated_by_cites: bool = False


@dataclass(frozen=True, slots=True)
class CitePlan:
    """What becomes of one work in a typed citation.

    Attributes:
        id: its name in a file of decisions: `c1`, or `c1.2` of several.
        cite: the cite.
        outcome: what becomes of it.
        work: the work that it is of.
        why: the reasons, in words.
        key: the key of that work, if it has one.
    """

    id: str
    cite: TypedCite
    outcome: Outcome
    work: Work | None = None
    why: tuple[str, ...] = ()
    key: str = ""


@dataclass(frozen=True, slots=True)
class CitationPlan:
    """What becomes of a typed citation.

    Attributes:
        id: its name: `c1`.
        citation: the citation.
        place: where it begins.
        outcome: what becomes of it.
        cites: what becomes of its works.
        why: the reasons, in words.
        new: the citation by key that replaces it; "" if it stays.
        edit: puts that in its place.
    """

    id: str
    citation: TypedCitation
    place: Place
    outcome: Outcome
    cites: tuple[CitePlan, ...]
    why: tuple[str, ...] = ()
    new: str = ""
    edit: Edit | None = None


@dataclass(frozen=True, slots=True)
class EssayPlan:
    """What becomes of an essay.

    Attributes:
        essay: the essay as it is.
        recognized: what was recognized in it.
        citations, entries: what becomes of its typed citations and of its typed list.
        edits: those that change it.
        style: the style that its list is written in; "" if nobody named one.
    """

    essay: Essay
    recognized: Recognized
    citations: tuple[CitationPlan, ...]
    entries: tuple[EntryPlan, ...]
    edits: tuple[Edit, ...] = ()
    style: str = ""

    @property
    def new_sources(self) -> Iterator[Source]:
        """The sources that its list adds to the library."""
        for plan in self.entries:
            if plan.new and plan.outcome == "adopted":
                yield plan.new

    @property
    def outcomes(self) -> Sequence[Outcome]:
        """What becomes of each citation, then of each entry."""
        citations = [plan.outcome for plan in self.citations]
        return [*citations, *(plan.outcome for plan in self.entries)]

    @property
    def looks_like(self) -> str:
        """The style that the citations are typed in, if it is not APA's kind."""
        modes = [plan.citation.mode for plan in self.citations]
        for mode, style in _STYLES.items():
            if modes.count(mode) * 2 > len(modes):
                return style
        return ""

    @property
    def is_settled(self) -> bool:
        """Whether nothing is left to decide or to look for."""
        return all(outcome in ("adopted", "kept") for outcome in self.outcomes)
