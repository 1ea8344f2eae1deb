"""Findings as JSON, for programs: what `loccit check --to json` prints."""

from __future__ import annotations

from collections.abc import Sequence

from loccit.lint.checker import Finding


def as_json(checked: int, findings: Sequence[Finding]) -> dict[str, object]:
    """How many entries were looked at, and what was found, in the shape that
    docs/checks.md describes.
    """
    return {"checked": checked, "findings": [_finding(finding) for finding in findings]}


def _finding(finding: Finding) -> dict[str, object]:
    problem = finding.problem
    return {
        "rule": problem.rule,
        "severity": problem.severity,
        "message": problem.message,
        "advice": problem.advice,
        "key": finding.key,
        "path": problem.place.path,
        "line": problem.place.line,
        "column": problem.place.column,
        "fix": dict(finding.fix),
    }
