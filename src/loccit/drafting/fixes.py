"""The fixes of what is known to be wrong with a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit.drafting.asked import Asked
from loccit.drafting.finding_span import span_of
from loccit.lint import Finding
from loccit.model import Edit, Fix, Span
from loccit.text_files.positions import Positions


class FixHere(NamedTuple):
    """A finding that can be fixed, and the stretch of the file that it is about."""

    finding: Finding
    span: Span
    fix: Fix

    @property
    def name(self) -> str:
        """What tells it from others of the file."""
        return f"{self.finding.problem.rule} {self.span.start} {self.span.end}"


def fixes_of(asked: Asked) -> Iterator[FixHere]:
    """Yield all that can be fixed by edits of the file."""
    positions = Positions(asked.text)
    for finding in asked.findings:
        fix = finding.problem.fix
        if fix is None or Path(fix.path).absolute() != asked.path:
            continue
        span = span_of(finding, asked.path, positions)
        if span is not None and not any(edit.part for edit in fix.edits):
            yield FixHere(finding, span, fix)


def edits_apart(fixes: Iterable[Fix]) -> Sequence[Edit]:
    """Return the edits of fixes that don't touch each other; of two that do, those of
    the first.
    """
    taken: list[Edit] = []
    for fix in fixes:
        if not any(_touch(edit.span, one.span) for edit in fix.edits for one in taken):
            taken += fix.edits
    return sorted(taken)


def _touch(span: Span, other: Span) -> bool:
    return span.start <= other.end and other.start <= span.end
