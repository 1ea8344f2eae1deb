"""Findings as GitLab's code quality report (docs.gitlab.com, "Code Quality", "Code
Quality report format").
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from loccit.cli.excerpts.fingerprints import fingerprints
from loccit.lint.prose import rule_name

if TYPE_CHECKING:
    from loccit.cli.report import Report
    from loccit.model import Problem, Severity

_SEVERITIES: Mapping[Severity, str] = MappingProxyType(
    {"error": "major", "warning": "minor", "note": "info"}
)


def write(report: Report) -> str:
    """Write a list of the findings."""
    value = [
        _issue(finding.problem, fingerprint)
        for finding, fingerprint in zip(
            report.findings, fingerprints(report), strict=True
        )
    ]
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def _issue(problem: Problem, fingerprint: str) -> dict[str, object]:
    place = problem.place
    description = f"{problem.message} {problem.advice}".rstrip()
    if place.unit == "paragraph":
        description = f"Paragraph {place.line}: {description}"
    line = place.line if place.unit == "line" else 1
    return {
        "description": description,
        "check_name": rule_name(problem.rule),
        "fingerprint": fingerprint,
        "severity": _SEVERITIES[problem.severity],
        "location": {"path": place.path, "lines": {"begin": max(1, line)}},
    }
