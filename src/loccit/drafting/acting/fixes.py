"""The fixes of what is known to be wrong with a file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from loccit._startup.namedtuple import NamedTuple
from loccit.drafting.acting.asked import Asked
from loccit.drafting.problems.placed import PlacedProblem
from loccit.model import Edit, Fix, Span


class FixHere(NamedTuple):
    """A problem, and the fix that it has."""

    placed: PlacedProblem
    fix: Fix

    @property
    def name(self) -> str:
        """What tells it from others of the file."""
        span = self.placed.span
        return f"{self.placed.problem.rule} {span.start} {span.end}"


def fixes_of(asked: Asked) -> Iterator[FixHere]:
    """Yield all that can be fixed by edits of the file."""
    if asked.essay is None and asked.workspace.is_essay(asked.path):
        return  # it is not a text
    for placed in asked.problems:
        fix = placed.problem.fix
        if fix is None or Path(fix.path).absolute() != asked.path:
            continue
        if not any(edit.part for edit in fix.edits):
            yield FixHere(placed, fix)


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
