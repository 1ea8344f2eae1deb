"""What an essay cites, and what is wrong with its keys: read as a whole, or after a
change only where that is.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice

from loccit._startup.dataclass import replace
from loccit._startup.namedtuple import NamedTuple
from loccit.bibliography import Library
from loccit.drafting.change import Change
from loccit.drafting.moved import moved
from loccit.essays import read_essay
from loccit.formatting.draft import Draft, draft_of
from loccit.formatting.render import in_print, in_reading_order, is_in_footnotes
from loccit.formatting.resolve import ResolvedCitation, listed_keys, uncited_keys
from loccit.model import Citation, Place, Problem, Source, Span
from loccit.text_files.newlines import line_ends

#: The formats in which a paragraph says the same wherever it is, nearly always.
_BY_PARAGRAPHS = frozenset(["markdown", "plain_text", "latex", "typst", "rst", "org"])


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


class _ReadProblem(NamedTuple):
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
        problems: Sequence[_ReadProblem],
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

    def problems_around(self, lines: range, breaks: int) -> Iterator[_ReadProblem]:
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
    problems = [_ReadProblem(problem) for problem in _own_problems(draft)]
    return Reading(draft, citations, problems, in_order, is_whole=True)


def changed_reading(
    before: Reading, old: str, new: str, change: Change
) -> Reading | None:
    """Return what an essay cites after a change; None if all of it has to be read.

    Only the paragraphs that are changed are read, each as an essay of its own.  That
    says the same as all of it, unless what is typed makes a difference elsewhere, as a
    fence of code does.  So all of it is to be read when nobody types for a while.

    Args:
        before: what it cited.
        old, new: its text, before and after.
        change: where it is changed.
    """
    if not _is_read_by_paragraphs(before.draft):
        return None
    window = _paragraphs_around(old, change.old)
    if _may_set(before.draft, window):
        return None
    inside = [*before.touching(window)]
    known = [each.resolved.citation.cites for each in inside if _is_by_key(each)]
    alone = _read_alone(window.of(old), before.draft)
    if [each.citation.cites for each in alone.resolved.citations] != known:
        return None  # it says something else where it is
    now = Span(window.start, window.end + change.shift)
    read = _read_alone(now.of(new), before.draft)
    first = before.first_touching(window)
    below = before.citations[first + len(inside) :]
    citations = [
        *before.citations[:first],
        *_placed(read, now.start),
        *(each.further(change.shift) for each in below),
    ]
    problems = [
        *before.problems_around(_lines(old, window), line_ends(now.of(new))),
        *(
            _ReadProblem(problem, line_ends(new, now.start))
            for problem in _own_problems(read)
        ),
    ]
    in_order = [each for each in citations if not each.resolved.stays]
    return Reading(before.draft, citations, problems, in_order, is_whole=False)


def _is_read_by_paragraphs(draft: Draft) -> bool:
    """Return whether an essay's paragraphs can be read one by one: footnotes are
    numbered through all of it.
    """
    essay = draft.essay
    has_notes = is_in_footnotes(draft) or bool(essay.notes.references)
    return essay.format in _BY_PARAGRAPHS and not has_notes


def _end(each: ReadCitation) -> int:
    return each.end


def _is_by_key(each: ReadCitation) -> bool:
    return not each.resolved.citation.typed


def _may_set(draft: Draft, window: Span) -> bool:
    """Return whether some paragraphs may be settings of the essay, and not its text."""
    head = draft.essay.front_matter
    if head is None:
        return window.start == 0
    return any(
        window.start <= span.end and span.start <= window.end for span in head.spans
    )


def _paragraphs_around(text: str, span: Span) -> Span:
    """Return the lines that a span touches, and those above and below them up to the
    next blank ones.
    """
    start = text.rfind("\n", 0, span.start) + 1
    while start:
        above = text.rfind("\n", 0, start - 1) + 1
        if not text[above:start].strip():
            break
        start = above
    end = _line_end(text, span.end)
    while end < len(text):
        below = _line_end(text, end + 1)
        if not text[end:below].strip():
            break
        end = below
    return Span(start, end)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end < 0 else end


def _lines(text: str, span: Span) -> range:
    """Return the numbers of the lines that a span is on, from 1."""
    first = line_ends(text, span.start) + 1
    return range(first, first + line_ends(span.of(text)) + 1)


def _read_alone(text: str, draft: Draft) -> Draft:
    """Look up what some paragraphs of an essay cite by key."""
    essay = read_essay(text.encode(), draft.essay.path, draft.essay.format)
    settings = replace(draft.settings, typed_citations=False, nocite=())
    library = draft.resolved.library
    return draft_of(essay, library, settings, is_style_given=False)


def _placed(read: Draft, shift: int) -> Iterator[ReadCitation]:
    pairs = zip(read.resolved.citations, in_print(read), strict=True)
    for resolved, printed in pairs:
        yield ReadCitation(resolved, printed, read, shift)


def _own_problems(draft: Draft) -> list[Problem]:
    """Return what is wrong in an essay, not in its library."""
    path = draft.essay.path
    return [each for each in draft.resolved.problems if each.place.path == path]


def _lower(place: Place, lines: int) -> Place:
    return replace(place, line=place.line + lines)
