"""Findings as JSON, in the shape that docs/checks.md describes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from loccit.model.problem_json import problem_as_json

if TYPE_CHECKING:
    from loccit.cli.report import Report
    from loccit.lint import Finding


def write(report: Report) -> str:
    """Write how many sources were checked, and the findings."""
    findings = [_finding(finding) for finding in report.findings]
    value = {"checked": report.checked, "findings": findings}
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _finding(finding: Finding) -> dict[str, object]:
    own = {"key": finding.key, "fix": dict(finding.changes)}
    return problem_as_json(finding.problem) | own
