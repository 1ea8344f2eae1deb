"""Problems as JSON, in the shape that docs/checks.md describes."""

from __future__ import annotations

from loccit.model.problem import Fix, Place, Problem
from loccit.model.span import Edit


def problem_as_json(problem: Problem) -> dict[str, object]:
    """Return a problem as a JSON object; what is unknown is 0, `""` or `[]` in it."""
    end = problem.end or Place()
    return {
        "rule": problem.rule,
        "severity": problem.severity,
        "message": problem.message,
        "advice": problem.advice,
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "end_line": end.line,
        "end_column": end.column,
        "edits": _edits(problem.fix) if problem.fix else [],
        "safety": problem.fix.safety if problem.fix else "",
    }


def _edits(fix: Fix) -> list[dict[str, object]]:
    return [_edit(fix.path, edit) for edit in fix.edits]


def _edit(path: str, edit: Edit) -> dict[str, object]:
    span = edit.span
    found = {"path": path, "start": span.start, "end": span.end, "new": edit.new}
    return found | {"part": edit.part} if edit.part else found
