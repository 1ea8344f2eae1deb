"""Problems where they are in a text, and where they are after a change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from loccit._startup.dataclass import dataclass, replace
from loccit._startup.regex import regex
from loccit.drafting.opened.change import Change
from loccit.drafting.opened.open_essay import OpenEssay
from loccit.model import Place, Problem, Span
from loccit.text_files.positions import Positions

if TYPE_CHECKING:
    from loccit.lint import Finding

#: The word at a place, which is marked where nobody knows how far a problem goes.
_WORD = regex(r"\S+")


@dataclass(frozen=True, slots=True)
class PlacedProblem:
    """A problem, and the stretch of a text to show it at.

    Attributes:
        problem: the problem.
        span: the stretch.
        key: of the source that it is about; "" if it is about the text.
        is_elsewhere: whether the problem itself is in another file, as that of a source
            which the stretch cites.
    """

    problem: Problem
    span: Span
    key: str = ""
    is_elsewhere: bool = False

    def moved(self, change: Change) -> PlacedProblem | None:
        """Return it after a change of the text; None if the change touches it."""
        span = _moved(self.span, change)
        if span is None:
            return None
        if self.is_elsewhere:  # its fix is in a file that has not changed
            return replace(self, span=span)
        return replace(self, span=span, problem=_with_moved_fix(self.problem, change))


def placed(
    problems: Iterable[Problem], path: Path, text: str
) -> Iterator[PlacedProblem]:
    """Place problems in a file; those of its settings may be in another one."""
    positions = Positions(text)
    for problem in problems:
        if problem.place.path in ("", str(path)):
            yield PlacedProblem(problem, _span(problem, text, positions))
        else:
            yield PlacedProblem(problem, Span(0, 0), is_elsewhere=True)


def placed_in_file(
    findings: Iterable[Finding], path: Path, text: str
) -> Iterator[PlacedProblem]:
    """Place the findings that are in a file."""
    positions = Positions(text)
    for finding in findings:
        problem = finding.problem
        if problem.place.path == str(path):
            span = finding.span if _is_of_text(finding) else None
            span = span or _span(problem, text, positions)
            yield PlacedProblem(problem, span, finding.key)


def placed_in_essay(
    essay: OpenEssay, findings: Sequence[Finding]
) -> Iterator[PlacedProblem]:
    """Place the findings of an essay; those of a source where it is cited first."""
    path = Path(essay.essay.path)
    yield from placed_in_file(findings, path, essay.text)
    others = [each for each in findings if each.problem.place.path != str(path)]
    first = _first_cites(essay) if others else {}
    for finding in others:
        span = first.get(finding.key, Span(0, 0))
        yield PlacedProblem(finding.problem, span, finding.key, is_elsewhere=True)


def _first_cites(essay: OpenEssay) -> dict[str, Span]:
    first: dict[str, Span] = {}
    for citation in essay.citations:
        for cite in citation.cites:
            if not citation.part:
                first.setdefault(cite.key, cite.span or citation.span)
    return first


def _is_of_text(finding: Finding) -> bool:
    return bool(finding.span) and not finding.part


def _span(problem: Problem, text: str, positions: Positions) -> Span:
    """Return the stretch of a problem; the word at its place if it has no end, or the
    line if it has no column.
    """
    start = _offset(problem.place, positions)
    if problem.end and problem.end.line:
        return Span(start, max(start, _offset(problem.end, positions)))
    if problem.place.line and not problem.place.column:
        return Span(start, positions.offset(problem.place.line, len(text) + 1))
    word = _WORD.match(text, start)
    return Span(start, word.end() if word else start)


def _offset(place: Place, positions: Positions) -> int:
    """Return the character at a place; the first one where the place is unknown."""
    if place.unit != "line" or not place.line:
        return 0
    return positions.offset(place.line, max(place.column, 1))


def _moved(span: Span, change: Change) -> Span | None:
    """Return where a span is after a change; None if the change touches it."""
    if span.end < change.old.start:
        return span
    if span.start <= change.old.end:
        return None
    return Span(span.start + change.shift, span.end + change.shift)


def _with_moved_fix(problem: Problem, change: Change) -> Problem:
    """Move the edits of a fix, too; without those the problem can't be fixed."""
    fix = problem.fix
    if fix is None or Path(fix.path) != Path(problem.place.path):
        return problem
    spans = [_moved(edit.span, change) for edit in fix.edits]
    if any(edit.part for edit in fix.edits) or not all(
        span is not None for span in spans
    ):
        return replace(problem, fix=None)
    edits = tuple(
        replace(edit, span=span)
        for edit, span in zip(fix.edits, spans, strict=True)
        if span is not None
    )
    return replace(problem, fix=replace(fix, edits=edits))
