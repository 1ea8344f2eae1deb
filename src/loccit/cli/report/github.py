"""Findings as workflow commands, which GitHub Actions shows beside the lines of a change
(docs.github.com, "Workflow commands for GitHub Actions").
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from loccit.lint.prose import rule_name

if TYPE_CHECKING:
    from loccit.cli.report import Report
    from loccit.model import Problem, Severity

_COMMANDS: Mapping[Severity, str] = MappingProxyType(
    {"error": "error", "warning": "warning", "note": "notice"}
)
#: What would end a message, and a property (actions/toolkit, `command.ts`).
_IN_MESSAGES = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTIES = _IN_MESSAGES | str.maketrans({":": "%3A", ",": "%2C"})


def write(report: Report) -> str:
    """Write a command for each finding."""
    return "".join(_command(finding.problem) for finding in report.findings)


def _command(problem: Problem) -> str:
    properties = ",".join(
        f"{name}={value.translate(_IN_PROPERTIES)}"
        for name, value in _properties(problem).items()
    )
    said = f"{problem.message} {problem.advice}".rstrip()
    if problem.place.unit == "paragraph":
        said = f"Paragraph {problem.place.line}: {said}"
    message = said.translate(_IN_MESSAGES)
    return f"::{_COMMANDS[problem.severity]} {properties}::{message}\n"


def _properties(problem: Problem) -> dict[str, str]:
    place, end = problem.place, problem.end
    found = {"file": place.path}
    if place.line and place.unit == "line":
        found["line"] = str(place.line)
        if end:
            found["endLine"] = str(end.line)
        # A column is only heeded in a place on one line.
        if place.column and (end is None or end.line == place.line):
            found["col"] = str(place.column)
            if end:
                found["endColumn"] = str(end.column)
    name = rule_name(problem.rule)
    code = "" if name == problem.rule else f"{problem.rule} "
    return found | {"title": f"{code}{name}"}
