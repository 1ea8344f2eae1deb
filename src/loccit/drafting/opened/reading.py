"""What an essay cites, and what is wrong with its keys."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography import Library
from loccit.drafting.opened.moved import moved
from loccit.formatting.draft import Draft
from loccit.formatting.render import in_print, in_reading_order, is_in_footnotes
from loccit.formatting.resolve import ResolvedCitation, listed_keys, uncited_keys
from loccit.model import Citation, Place, Problem, Source, Span
from loccit.text_files.cache import digest


class ReadCitation(NamedTuple):
    """A citation, and where it was read.

    Attributes:
        resolved: with the places that it had when it was read.
        printed: the same as it is printed, with the number of its note.
        draft: the essay that it was read in, or a paragraph of it.
        shift: how far it has moved since.
    """

    resolved: ResolvedCitation
    printed: ResolvedCitation
    draft: Draft
    shift: int = 0

    @property
    def start(self) -> int:
        """Where it is now."""
        return self.resolved.citation.span.start + self.shift

    @property
    def end(self) -> int:
        """Where it ends now."""
        return self.resolved.citation.span.end + self.shift

    @property
    def citation(self) -> Citation:
        """The citation with the places that it has now."""
        return moved(self.resolved.citation, self.shift)

    def further(self, by: int) -> ReadCitation:
        """Return the same, so many characters further on."""
        # `_replace` takes five times as long, and a thesis has thousands.
        return ReadCitation(self.resolved, self.printed, self.draft, self.shift + by)


class ReadProblem(NamedTuple):
    """A problem, and how many lines it has moved since it was read."""

    problem: Problem
    lines: int = 0

    def now(self) -> Problem:
        """Return the problem where it is now."""
        if not self.lines or not self.problem.place.line:
            return self.problem
        place, end = self.problem.place, self.problem.end
        return replace(
            self.problem,
            place=_lower(place, self.lines),
            end=end and _lower(end, self.lines),
        )


class Reading:
    """What an essay cites at one version.

    Attributes:
        draft: the essay when it was last read as a whole.
        citations: in document order.
        in_order: those that are rendered, in the order in which readers come to them.
        is_whole: whether all of it was read at this version; if not, a change may have
            made a difference elsewhere.
    """

    def __init__(
        self,
        draft: Draft,
        citations: Sequence[ReadCitation],
        problems: Sequence[ReadProblem],
        in_order: Sequence[ReadCitation],
        *,
        is_whole: bool,
    ) -> None:
        self.draft = draft
        self.citations = citations
        self.in_order = in_order
        self.is_whole = is_whole
        self._problems = problems

    @property
    def problems(self) -> list[Problem]:
        """What is wrong with its keys, in order of place."""
        now = dict.fromkeys(each.now() for each in self._problems)
        return sorted(now, key=lambda problem: problem.place)

    @property
    def is_approximate(self) -> bool:
        """Whether only a reading of the whole knows all: what is typed by hand, and the
        numbers of footnotes.
        """
        draft = self.draft
        has_notes = is_in_footnotes(draft) or bool(draft.essay.notes.references)
        return not self.is_whole and (has_notes or draft.typed is not None)

    @property
    def cites(self) -> str:
        """A text that two readings share only if they cite the same by key, in the same
        places.
        """
        places = [
            (each.start, each.end, each.resolved.citation.source)
            for each in self.citations
            if not each.resolved.citation.typed
        ]
        return digest(repr(places).encode("utf-8", "surrogatepass"))

    @property
    def library(self) -> Library:
        """Where its keys were looked up."""
        return self.draft.resolved.library

    @cached_property
    def uncited(self) -> tuple[str, ...]:
        """The keys of the sources that are listed without a citation that is rendered."""
        draft = self.draft
        nocite = listed_keys(draft.settings.nocite, self.library)
        listed = (*(draft.typed.listed if draft.typed else ()), *nocite)
        resolved = (each.resolved for each in self.citations)
        return uncited_keys(resolved, listed, self.library)

    def sources_of(self, citations: Iterable[ReadCitation]) -> dict[str, Source]:
        """Return what citations that are rendered cite, and what is listed, by key."""
        keys = dict.fromkeys(self.uncited)
        for each in citations:
            keys.update(
                dict.fromkeys(cite.key for cite in each.resolved.citation.cites)
            )
        return {key: self.library.require(key) for key in keys}

    def problems_around(self, lines: range, breaks: int) -> Iterator[ReadProblem]:
        """Yield the problems that are not on some lines, when those have been replaced.

        Args:
            lines: those that were replaced.
            breaks: how many line breaks their replacement has.
        """
        more = breaks - (len(lines) - 1)
        for each in self._problems:
            line = each.problem.place.line + each.lines
            if not each.problem.place.line or line < lines.start:
                yield each
            elif line >= lines.stop:
                yield each._replace(lines=each.lines + more)

    def touching(self, span: Span) -> Iterator[ReadCitation]:
        """Yield the citations that a span overlaps or touches, in document order."""
        for each in islice(self.citations, self.first_touching(span), None):
            if each.start > span.end:
                return
            yield each

    def first_touching(self, span: Span) -> int:
        """Return the number of the first citation that ends in a span, or after it."""
        return bisect_left(self.citations, span.start, key=_end)


def whole_reading(draft: Draft) -> Reading:
    """Return what an essay cites that was read as a whole."""
    printed = in_print(draft)
    pairs = zip(draft.resolved.citations, printed, strict=True)
    citations = [ReadCitation(each, as_printed, draft) for each, as_printed in pairs]
    by_number = {each.resolved.number: each for each in citations}
    order = in_reading_order(draft, printed)
    in_order = [by_number[each.number] for each in order]
    problems = [ReadProblem(problem) for problem in own_problems(draft)]
    return Reading(draft, citations, problems, in_order, is_whole=True)


def _end(each: ReadCitation) -> int:
    return each.end


def own_problems(draft: Draft) -> list[Problem]:
    """Return what is wrong in an essay, not in its library."""
    path = draft.essay.path
    return [each for each in draft.resolved.problems if each.place.path == path]


def _lower(place: Place, lines: int) -> Place:
    return replace(place, line=place.line + lines)
