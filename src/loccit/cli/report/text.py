"""Findings as text, for people: a line each, and what stands in the essay."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Literal

from loccit.model import Problem, Severity

if TYPE_CHECKING:
    from loccit.cli.report import Report

#: The parts of a line that a terminal shows in a style of their own.
Part = Literal["place", "error", "warning", "note", "rule"]
Style = Callable[[str, Part], str]

#: What a line has in a pipe, and what is before a line of an essay.
USUAL_WIDTH = 80
_INDENT = "    "

_SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")


def plain(text: str, part: Part) -> str:
    """Leave a part of a line without style."""
    return text


def write(report: Report, style: Style = plain, width: int = USUAL_WIDTH) -> str:
    """Write each finding, with its rule at the end of the line; below it the words of an
    essay that it is about.

    Args:
        width: how many columns a line of an essay may take.
    """
    # Most commands report problems in lines alone, and start faster without these.
    from loccit.cli.excerpts import Excerpts
    from loccit.cli.excerpts.carets import draw_carets

    excerpts = {essay.path: Excerpts(essay) for essay in report.essays}
    lines = []
    for finding in report.findings:
        line = problem_line(finding.problem, style)
        rule = style(f"[{finding.problem.rule}]", "rule")
        lines.append(f"{line} {rule}\n")
        of_essay = excerpts.get(finding.problem.place.path)
        excerpt = of_essay.of(finding) if of_essay else None
        if excerpt:
            text, carets = draw_carets(excerpt, width - len(_INDENT))
            carets = style(carets, finding.problem.severity)
            lines.append(f"{_INDENT}{text}\n{_INDENT}{carets}\n")
    return "".join(lines)


def problem_line(problem: Problem, style: Style = plain) -> str:
    """Return a problem as a line: where, how bad, what, and what to do.

    >>> problem_line(Problem("et-al", "`et al.` is read as a name.", advice="List all."))
    '-: warning: `et al.` is read as a name. List all.'
    """
    place = style(f"{problem.place}:", "place")
    severity = style(f"{problem.severity}:", problem.severity)
    advice = f" {problem.advice}" if problem.advice else ""
    return f"{place} {severity} {problem.message}{advice}"


def summary(report: Report) -> str:
    """Count what was checked, what was found, and what can be fixed."""
    problems = [finding.problem for finding in report.findings]
    severities = [problem.severity for problem in problems]
    counts = [
        count(severities.count(severity), severity)
        for severity in _SEVERITIES
        if severity in severities
    ]
    found = ", ".join(counts) or "no problems"
    return f"{_checked(report)} checked: {found}.{fixable(problems)}"


def _checked(report: Report) -> str:
    """Count the essays and the sources; those that essays cite don't count."""
    essays = count(len(report.essays), "essay")
    sources = count(report.checked, "source")
    if not report.essays:
        return sources
    return f"{essays} and {sources}" if report.checked else essays


def fixable(problems: Iterable[Problem]) -> str:
    """Say which options fix how many of the problems."""
    safeties = [problem.fix.safety for problem in problems if problem.fix]
    safe, unsafe = safeties.count("safe"), safeties.count("unsafe")
    if safe and unsafe:
        return f" {safe} can be fixed with --fix, {unsafe} more with --unsafe-fixes."
    if safe:
        return f" {safe} can be fixed with --fix."
    if unsafe:
        return f" {unsafe} can be fixed with --fix --unsafe-fixes."
    return ""


def count(number: int, noun: str) -> str:
    """Return a number with its noun.

    >>> count(1, "note"), count(2, "note")
    ('1 note', '2 notes')
    """
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
