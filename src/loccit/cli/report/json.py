"""Findings as JSON, in the shape that docs/checks.md describes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from loccit.lint.prose import rule_name
from loccit.model.problem_json import problem_as_json

if TYPE_CHECKING:
    from loccit.cli.report import Report, ReportedEssay
    from loccit.lint import Finding


def write(report: Report) -> str:
    """Write what was checked, and the findings."""
    value = {
        "checked": report.checked,
        "essays": [_essay(essay) for essay in report.essays],
        "findings": [finding_as_json(finding) for finding in report.findings],
    }
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _essay(essay: ReportedEssay) -> dict[str, object]:
    return {
        "path": essay.path,
        "citations": essay.citations,
        "missing": essay.missing,
        "unlisted": essay.unlisted,
        "uncited": essay.uncited,
        "findings": len(essay.findings),
    }


def finding_as_json(finding: Finding) -> dict[str, object]:
    """Return a finding as a JSON object."""
    own = {
        "name": rule_name(finding.problem.rule),
        "key": finding.key,
        "fix": dict(finding.changes),
    }
    return problem_as_json(finding.problem) | own
