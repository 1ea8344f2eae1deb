"""The stretch of a text that a finding is about."""

from __future__ import annotations

from pathlib import Path

from loccit.lint import Finding
from loccit.model import Place, Span
from loccit.text_files.positions import Positions


def span_of(finding: Finding, path: Path, positions: Positions) -> Span | None:
    """Return what a finding is about; None if it is in another file, or has no place.

    Args:
        finding: the finding.
        path: the file, absolute.
        positions: those of its text.
    """
    problem = finding.problem
    if not problem.place.path or Path(problem.place.path).absolute() != path:
        return None
    if finding.span is not None:
        return None if finding.part else finding.span
    if not problem.place.line or problem.place.unit != "line":
        return None
    start = _offset(positions, problem.place)
    end = _offset(positions, problem.end) if problem.end else start
    return Span(start, max(start, end))


def _offset(positions: Positions, place: Place) -> int:
    return positions.offset(place.line, max(place.column, 1))
